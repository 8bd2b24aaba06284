// SPDX-License-Identifier: Apache-2.0
import { adminText } from './text';

interface NoticesProps {
  /** What went wrong, in words; empty when nothing did. */
  readonly failure: string;
  readonly isLoading: boolean;
  /** What has just been done, in words. */
  readonly said: string;
}

/** What a page of the administrator's area says aloud: what failed at once, what was done politely. */
export function Notices({ failure, isLoading, said }: NoticesProps) {
  return (
    <>
      <p role="alert" class="admin__failure" data-testid="failure">
        {failure}
      </p>
      <p role="status" class="admin__said">
        {isLoading && failure === '' ? adminText.loading : said}
      </p>
    </>
  );
}
