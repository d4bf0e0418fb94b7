import type { QuoteId } from '../../shared/evidence/ids.ts';
import type { ComposedQuote } from '../../shared/quote/composed-quote.ts';
import { useNavigation } from '../app/navigation.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { QuoteEditor } from './QuoteEditor.tsx';
import { useWorkingText } from './use-working-text.ts';

/** One quote beside its source. */
export function QuoteScreen({ quote: id }: { readonly quote: QuoteId }) {
  const composed = useVaultQuery('quotes:composed', { quotes: [id] });
  switch (composed.state) {
    case 'asking':
      return null;
    case 'failed':
      return <NoQuote title="The quote could not be read" text={sentenceOf(composed.error)} />;
    case 'answered': {
      const [one] = composed.value;
      if (one !== undefined) return <Editor composed={one} />;
      return (
        <NoQuote
          title="This quote is not here"
          text="It was removed, or its source was. Undo brings it back; so does the trash."
        />
      );
    }
  }
}

function Editor({ composed }: { readonly composed: ComposedQuote }) {
  const { source } = composed;
  const text = useWorkingText(source.id, source.working?.file);
  switch (text.state) {
    case 'reading':
      return null;
    case 'failed':
      return <NoQuote title="The source cannot be read" text={sentenceOf(text.error)} />;
    case 'ready':
      return (
        <QuoteEditor
          composed={composed}
          work={text.work}
          workingFile={source.working?.file ?? ''}
        />
      );
  }
}

function NoQuote({ title, text }: { readonly title: string; readonly text: string }) {
  const { go } = useNavigation();
  return (
    <EmptyState
      icon="quotes"
      title={title}
      actions={
        <Button
          onClick={() => {
            go({ screen: 'quotes' });
          }}
        >
          Go to the quotes
        </Button>
      }
    >
      {text}
    </EmptyState>
  );
}
