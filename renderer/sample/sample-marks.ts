import type { MarkColour } from '../../shared/evidence/mark.ts';

export interface SampleMark {
  readonly file: string;
  /** Stands in the file's working text. */
  readonly exact: string;
  readonly colour: MarkColour;
  readonly note: string;
}

/** Marks a newcomer finds in the sample. Their passages are quotes and rejoined sentences of the answer key. */
export const sampleMarks: readonly SampleMark[] = [
  {
    file: 'annual-monitor-2025.txt',
    exact:
      'Neither article mentions deception, which is how most victims whom the Council met had been recruited.',
    colour: 'law',
    note: 'A mark has a colour with a meaning, tags, and a note such as this one.',
  },
  {
    file: 'annual-monitor-2025.txt',
    exact:
      'Courts in the four northern provinces registered 1,204 complaints of forced labour from workers in kilns, mills and fish-drying sheds, and dismissed 1,117 of them without a hearing.',
    colour: 'figure',
    note: 'The edition of 2024 has another figure here, and “The numbers nobody reads” a third.',
  },
  {
    file: 'annual-monitor-2025.txt',
    exact:
      'The Ministry of Labour paid compensation from the guarantee fund to some 1,350 workers, according to its own bulletin, and to none of the persons whom the Council had named to it.',
    colour: 'supports',
    note: 'In the file a page ends inside the number. Import closed it and shows where.',
  },
  {
    file: 'opinion-numbers-nobody-reads.txt',
    exact:
      'The shelters of Haiyun are prisons with curtains, and everyone who signs for them knows it.',
    colour: 'doubt',
    note: 'Quoted as if from the monitor. Search for it there.',
  },
  {
    file: 'shelter-visits.txt',
    exact:
      'A notice at the door of the larger house said that residents needed a certificate of registration from their home district before they could stay for more than three nights.',
    colour: 'key',
    note: '',
  },
];

export const sampleTag = 'sample case';
