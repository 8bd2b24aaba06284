// SPDX-License-Identifier: Apache-2.0
import type { Mark } from './mark';
import type { Figure, Reading } from './reading';
import { text } from './text';

/** What stands beside a mark, line by line: its name, then its figures. In a small pane a region says its mean alone. */
export function linesOf(mark: Mark, { figures }: Reading, isSmall = false): readonly string[] {
  const by = (name: string): Figure | undefined => figures.find((one) => one.name === name);
  const said = (name: string) => by(name)?.shown ?? '';
  const { names } = text;
  const named = mark.text === '' ? [] : [mark.text];
  switch (mark.kind) {
    case 'length':
    case 'angle':
      return [...named, ...figures.map(({ shown }) => shown)];
    case 'cobb':
      return [...named, `${names.cobb} ${said(names.cobb)} (${said(names.supplement)})`];
    case 'ellipse':
    case 'rectangle':
      return [...named, ...(isSmall ? [meanLine(said)] : [...regionLines(said), ...furtherLines(figures)])];
    case 'probe':
      return [...named, ...probeLines(figures, said), ...furtherLines(figures)];
    case 'arrow':
      return named;
  }
}

function meanLine(said: (name: string) => string): string {
  const { names } = text;
  return said(names.mean) === '' ? said(names.area) : `${names.mean} ${said(names.mean)}`;
}

const USUAL: ReadonlySet<string> = new Set(Object.values(text.names));

/** Uptake and real world values have a line of their own. */
const furtherLines = (figures: readonly Figure[]): string[] =>
  figures.filter(({ name }) => !USUAL.has(name)).map(({ name, shown }) => `${name} ${shown}`);

function regionLines(said: (name: string) => string): string[] {
  const { names } = text;
  const area = [said(names.area), said(names.count)].filter(Boolean).join(' · ');
  if (said(names.mean) === '') return [area];
  const values = `${names.mean} ${said(names.mean)} · ${names.deviation} ${said(names.deviation)}`;
  return [values, `${said(names.min)} … ${said(names.max)}`, area];
}

function probeLines(figures: readonly Figure[], said: (name: string) => string): string[] {
  const value = said(text.names.value);
  if (value === '') return figures.length === 0 ? [] : [figures.map(({ name, shown }) => `${name} ${shown}`).join(' ')];
  return [`${value} (${text.names.stored} ${said(text.names.stored)})`];
}
