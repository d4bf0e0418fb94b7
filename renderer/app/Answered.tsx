import type { ReactNode } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import type { VaultCall, VaultResponse } from '../vault/contract.ts';
import type { VaultQuery } from './vault-context.tsx';

interface AnsweredProps<C extends VaultCall> {
  readonly query: VaultQuery<C>;
  /** The heading where the vault refuses: "The tags could not be read". */
  readonly failed: string;
  readonly children: (value: VaultResponse<C>) => ReactNode;
}

/** A screen made of one answer of the vault: nothing until it is there, and why where it does not come. */
export function Answered<C extends VaultCall>({ query, failed, children }: AnsweredProps<C>) {
  switch (query.state) {
    case 'asking':
      return null;
    case 'failed':
      return (
        <EmptyState icon="warning" title={failed}>
          {sentenceOf(query.error)}
        </EmptyState>
      );
    case 'answered':
      return children(query.value);
  }
}
