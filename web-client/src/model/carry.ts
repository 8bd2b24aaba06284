// SPDX-License-Identifier: Apache-2.0
import { openStudy, type ViewerState } from './state';
import type { Series, StudyDescriptor } from './study';

/** The state of a study that has grown: what was looked at is looked at still, at the same picture, window and place. */
export function carried(before: ViewerState, study: StudyDescriptor): ViewerState {
  const opened = openStudy(study);
  const bySeries = opened.bySeries.map((fresh, index) => {
    const series = study.series[index];
    const at = before.study.series.findIndex((old) => old.series === series?.series);
    const [old, own] = [before.study.series[at], before.bySeries[at]];
    if (series === undefined || old === undefined || own === undefined) return fresh;
    return { ...own, frame: sameFrame(old, own.frame, series) ?? fresh.frame };
  });
  const uid = before.study.series[before.current]?.series;
  const current = study.series.findIndex(({ series }) => series === uid);
  return current < 0 ? opened : { ...before, study, bySeries, current };
}

function sameFrame(before: Series, index: number, series: Series): number | null {
  const frame = before.frames[index];
  const instance = frame === undefined ? undefined : before.instances[frame.instance]?.instance;
  if (frame === undefined || instance === undefined) return null;
  const own = series.frames.findIndex(
    (one) => one.frame === frame.frame && series.instances[one.instance]?.instance === instance,
  );
  return own < 0 ? null : own;
}
