// SPDX-License-Identifier: Apache-2.0
const Icon = ({ path }: { readonly path: string }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
);

export const UndoIcon = () => <Icon path="M8 5L4 9l4 4M4 9h10a5.5 5.5 0 010 11h-3" />;
export const RedoIcon = () => <Icon path="M16 5l4 4-4 4M20 9H10a5.5 5.5 0 000 11h3" />;
export const BinIcon = () => <Icon path="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5" />;
