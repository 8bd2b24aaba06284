// SPDX-License-Identifier: Apache-2.0
export interface ViewerProps {
  /** Study Instance UID. */
  readonly study: string;
  readonly onBack: () => void;
}

export function Viewer({ study, onBack }: ViewerProps) {
  return (
    <button type="button" onClick={onBack}>
      {study}
    </button>
  );
}
