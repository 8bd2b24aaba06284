// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren, ComponentType } from 'preact';
import type { ToolId } from '../model/state';

const icon =
  (children: ComponentChildren): ComponentType =>
  () => (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  );

export const BackIcon = icon(<path d="M15 5l-7 7 7 7" />);

export const LayersIcon = icon(<path d="M12 4l8 4-8 4-8-4zM4 12l8 4 8-4M4 16l8 4 8-4" />);

export const MarksIcon = icon(<path d="M4 20l4-1L19 8l-3-3L5 16zM14 7l3 3" />);

export const PresetsIcon = icon(
  <>
    <path d="M4 7h9M19 7h1M4 17h2M12 17h8" />
    <circle cx="16" cy="7" r="2.5" />
    <circle cx="9" cy="17" r="2.5" />
  </>,
);

export const KeysIcon = icon(
  <>
    <rect x="3" y="6" width="18" height="12" rx="2" />
    <path d="M7 10h.2M11 10h.2M15 10h.2M8 14h8" />
  </>,
);

export const MoreIcon = icon(
  <>
    <circle cx="5" cy="12" r="1.2" />
    <circle cx="12" cy="12" r="1.2" />
    <circle cx="19" cy="12" r="1.2" />
  </>,
);

export const toolIcons: Readonly<Record<ToolId, ComponentType>> = {
  scroll: icon(<path d="M5 8h14M5 12h14M5 16h14M9 4l3-2 3 2M9 20l3 2 3-2" />),
  window: icon(
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 010 16z" fill="currentColor" />
    </>,
  ),
  pan: icon(
    <path d="M12 3v18M3 12h18M9.5 5.5L12 3l2.5 2.5M9.5 18.5L12 21l2.5-2.5M5.5 9.5L3 12l2.5 2.5M18.5 9.5L21 12l-2.5 2.5" />,
  ),
  zoom: icon(
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.5 15.5L21 21M8 10.5h5M10.5 8v5" />
    </>,
  ),
  length: icon(<path d="M4 20L20 4M2 18l4 4M18 2l4 4" />),
  angle: icon(<path d="M20 19H4L15 4M11 19a7 7 0 00-2.6-5.6" />),
  cobb: icon(<path d="M3 4l16 4M3 20l16-5M11 6v11" />),
  ellipse: icon(<ellipse cx="12" cy="12" rx="9" ry="6" />),
  rectangle: icon(<rect x="4" y="6" width="16" height="12" />),
  probe: icon(
    <>
      <circle cx="12" cy="12" r="3" />
      <path d="M12 2v6M12 16v6M2 12h6M16 12h6" />
    </>,
  ),
  arrow: icon(<path d="M20 20L5 5M5 12V5h7" />),
  magnify: icon(
    <>
      <circle cx="11" cy="11" r="8" />
      <path d="M17 17l5 5" />
    </>,
  ),
};

export const MeasureIcon = icon(<path d="M3 16L16 3l5 5L8 21zM7 12l2 2M10 9l3 3M13 6l2 2" />);

export const LayoutIcon = icon(<path d="M3 5h18v14H3zM12 5v14M3 12h18" />);

export const TrueSizeIcon = icon(<path d="M3 8h18v8H3zM7 8v3M11 8v4M15 8v3M19 8v4" />);

export const actionIcons = {
  fit: icon(<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />),
  actualSize: icon(<path d="M5 8l2-1.5V17.5M17 8l2-1.5V17.5M12 10v.2M12 15v.2" />),
  invert: icon(
    <>
      <rect x="4" y="4" width="16" height="16" rx="2" />
      <path d="M4 20L20 4v16z" fill="currentColor" />
    </>,
  ),
  play: icon(<path d="M8 5l11 7-11 7z" />),
  pause: icon(<path d="M8 5v14M16 5v14" />),
  rotate: icon(<path d="M19 12a7 7 0 11-2.5-5.4M17 2v5h-5" />),
  flip: icon(<path d="M12 3v18M9 7l-6 10h6zM15 7l6 10h-6z" />),
  reset: icon(<path d="M5 12a7 7 0 102.5-5.4M7 2v5h5" />),
} as const;
