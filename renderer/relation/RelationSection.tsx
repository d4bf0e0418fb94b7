import type { SourceId } from '../../shared/evidence/ids.ts';
import type { RelatedSource } from '../../shared/evidence/relation.ts';
import { relationWords } from '../../shared/quote/elsewhere.ts';
import { useNavigation } from '../app/navigation.ts';
import { useAct, useVaultQuery } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { PaneSection } from '../ui/PaneSection.tsx';
import type { ProposedRelation } from '../vault/calls/sources.ts';
import { relateAct } from './relation-acts.ts';
import styles from './RelationSection.module.css';
import { proposalWords, reasonWords } from './relation-words.ts';

interface RelationSectionProps {
  readonly source: SourceId;
  readonly related: readonly RelatedSource[];
  readonly titleOf: (source: SourceId) => string;
  readonly onShow: (source: SourceId) => void;
}

/** Copies and editions of a source: what was decided, and what looks so. */
export function RelationSection({ source, related, titleOf, onShow }: RelationSectionProps) {
  const act = useAct();
  const { go } = useNavigation();
  const asked = useVaultQuery('relations:propose', { source });
  const proposed = (asked.state === 'answered' ? asked.value : []).filter(
    (each) => !related.some((other) => other.source === each.source),
  );
  if (related.length + proposed.length === 0) return null;
  const title = (other: SourceId) => (
    <LinkButton
      onClick={() => {
        onShow(other);
      }}
    >
      {titleOf(other)}
    </LinkButton>
  );
  return (
    <PaneSection label="Copies and editions" heading="Copies and editions">
      <ul>
        {related.map(({ source: other, relation }) => (
          <li key={other}>
            <p>
              {title(other)} <small>{relationWords[relation]}</small>
            </p>
            <div className={styles['acts']}>
              <Button
                onClick={() => {
                  go({ screen: 'reader', source, beside: other });
                }}
              >
                Read beside
              </Button>
              <Button variant="quiet" onClick={() => void act([relateAct(source, other, 'apart')])}>
                Take apart
              </Button>
            </div>
          </li>
        ))}
        {proposed.slice(0, mostProposed).map((each) => (
          <li key={each.source} className={styles['proposed']}>
            <p>
              {proposalWords(each)} {title(each.source)}
            </p>
            <small>
              Because: {each.reasons.map((reason) => reasonWords[reason]).join(', ')}
              {newerWords(each, source)}.
            </small>
            <div className={styles['acts']}>
              <Button onClick={() => void act([relateAct(source, each.source, 'same-work')])}>
                A copy
              </Button>
              <Button onClick={() => void act([relateAct(source, each.source, 'edition')])}>
                An edition
              </Button>
              <Button
                variant="quiet"
                onClick={() => void act([relateAct(source, each.source, 'apart')])}
              >
                Neither
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </PaneSection>
  );
}

/** More are shown once these are decided. */
const mostProposed = 5;

function newerWords({ newer }: ProposedRelation, source: SourceId): string {
  if (newer === undefined) return '';
  return newer === source ? '; this one is newer' : '; the other one is newer';
}
