// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import type { Desk, DeskView } from '../desk';

export function useDeskView(desk: Desk): DeskView {
  const [view, setView] = useState(desk.view);
  useEffect(() => {
    const follow = () => setView(desk.view);
    follow();
    return desk.subscribe(follow);
  }, [desk]);
  return view;
}
