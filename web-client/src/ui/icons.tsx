// SPDX-License-Identifier: Apache-2.0
import type { JSX } from 'preact';

/** Line drawings on a 24 x 24 grid, in the colour of the text beside them; never the only name of anything. */
function Icon({ path }: { readonly path: string }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

export const SearchIcon = () => <Icon path="M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm5 12 5 5" />;
export const CrossIcon = () => <Icon path="M6 6l12 12M18 6 6 18" />;
export const KeepIcon = () => <Icon path="M12 4v11m0 0-4.5-4.5M12 15l4.5-4.5M5 20h14" />;
export const SaveIcon = () => <Icon path="M4 14v6h16v-6M12 4v11m0 0-4.5-4.5M12 15l4.5-4.5" />;
export const CheckIcon = () => <Icon path="m5 12.5 4.5 4.5L19 7.5" />;
export const GearIcon = () => (
  <Icon path="M4 7h9m4 0h3M4 17h3m4 0h9M13 7a2 2 0 1 0 4 0 2 2 0 0 0-4 0ZM7 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0Z" />
);
export const PersonIcon = () => <Icon path="M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20a7.5 7.5 0 0 1 15 0" />;
export const CloudOffIcon = () => (
  <Icon path="M4 4l16 16M9 6.5A6 6 0 0 1 18 11a4 4 0 0 1 2.5 6.5M6 10a5 5 0 0 0 1 9h9" />
);
export const WarnIcon = () => <Icon path="M12 4 3 20h18L12 4Zm0 6v5m0 2.5v.5" />;

export const Mark = () => (
  <svg class="mark" viewBox="0 0 64 64" aria-hidden="true">
    <path d="M32 9a3 3 0 0 1 3 3v3.2A15 15 0 0 1 47 30v11l4 5H13l4-5V30a15 15 0 0 1 12-14.8V12a3 3 0 0 1 3-3Z" />
    <path class="mark__glow" d="M24 52h16a8 8 0 0 1-16 0Z" />
  </svg>
);
