import { useEffect, useRef } from 'react';

interface MoreRowsProps {
  readonly columns: number;
  readonly onSeen: () => void;
}

/** The last row of a long table that is not all laid out: tells when it comes into view. */
export function MoreRows({ columns, onSeen }: MoreRowsProps) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (row.current === null) return undefined;
    const watching = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) onSeen();
    });
    watching.observe(row.current);
    return () => {
      watching.disconnect();
    };
  }, [onSeen]);
  return (
    <tr ref={row}>
      <td colSpan={columns}>…</td>
    </tr>
  );
}
