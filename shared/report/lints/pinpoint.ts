import type { Lint, LintResult } from '../lint.ts';

const mostPagesWithout = 10;

/** A source of more than ten pages, and the citation does not say where in it. */
export const pinpointMissing: Lint = ({ report, sources, cited }) =>
  report.findings.flatMap(({ citations, pinpointed }) =>
    citations.flatMap((citation): LintResult[] => {
      if (citation.pinpoint !== '' || citation.repeats || pinpointed) return [];
      const index = cited(citation);
      const facts = index === undefined ? undefined : sources[index]?.facts;
      if (facts?.pages === undefined || facts.pages <= mostPagesWithout) return [];
      const message = `The citation names no page, and ${facts.name} has ${facts.pages}.`;
      return [{ id: 'pinpoint-missing', line: citation.line, message }];
    }),
  );
