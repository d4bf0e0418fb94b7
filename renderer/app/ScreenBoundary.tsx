import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface ScreenBoundaryProps {
  readonly children: ReactNode;
}

/** Keeps a screen that fails from taking the whole window with it. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert">
        <EmptyState
          icon="warning"
          title="This screen stopped working"
          actions={
            <Button
              variant="primary"
              onClick={() => {
                this.setState({ failed: false });
              }}
            >
              Show it again
            </Button>
          }
        >
          Everything that was saved is safe. If it happens again, lock the locker and open it anew.
        </EmptyState>
      </div>
    );
  }
}
