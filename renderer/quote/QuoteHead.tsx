import type { Mark } from '../../shared/evidence/mark.ts';
import { displayTitle } from '../../shared/evidence/source.ts';
import type { ComposedQuote } from '../../shared/quote/composed-quote.ts';
import type { QuoteDraft } from '../../shared/quote/draft.ts';
import { useNavigation } from '../app/navigation.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import styles from './QuoteEditor.module.css';

interface QuoteHeadProps {
  readonly composed: ComposedQuote;
  readonly draft: QuoteDraft;
  readonly onTakeIn: (mark: Mark) => void;
  readonly onRemove: () => void;
}

export function QuoteHead({ composed, draft, onTakeIn, onRemove }: QuoteHeadProps) {
  const { go } = useNavigation();
  const { source } = composed;
  const marks = useVaultQuery('marks:read', { source: source.id });
  const others = (marks.state === 'answered' ? marks.value : []).filter(
    ({ anchor, workingFile }) =>
      workingFile === source.working?.file &&
      !draft.passages.some(({ start, end }) => start <= anchor.start && anchor.end <= end),
  );
  const title = displayTitle(source);
  return (
    <header className={styles['head']}>
      <Button
        variant="quiet"
        icon="back"
        onClick={() => {
          go({ screen: 'quotes' });
        }}
      >
        Quotes
      </Button>
      <h1 dir="auto" title={title}>
        {title}
      </h1>
      <Button
        variant="quiet"
        icon="read"
        onClick={() => {
          go({ screen: 'reader', source: source.id });
        }}
      >
        Open the source
      </Button>
      {others.length > 0 && (
        <Menu
          label="Add a mark"
          items={others.slice(0, mostListed).map((mark) => ({
            label: beginning(mark.anchor.exact),
            run: () => {
              onTakeIn(mark);
            },
          }))}
        />
      )}
      <Menu
        label="More"
        icon="more"
        items={[{ label: 'Remove this quote', icon: 'trash', danger: true, run: onRemove }]}
      />
    </header>
  );
}

const mostListed = 30;
const mostTold = 70;

function beginning(words: string): string {
  const characters = Array.from(words.replace(/\s+/g, ' ').trim());
  return characters.length <= mostTold
    ? characters.join('')
    : `${characters.slice(0, mostTold).join('')}…`;
}
