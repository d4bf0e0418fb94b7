import { expect, test } from 'vitest';
import { organisationOf } from '../../../../shared/evidence/organisation-names.ts';
import { publisherNames, withOrganisation } from '../../../../renderer/library/organisations.ts';
import { randomId } from '../../../../shared/evidence/ids.ts';
import type { Organisation } from '../../../../shared/evidence/organisation.ts';
import { emptyDetails } from '../../../../shared/evidence/source.ts';

const clinic: Organisation = {
  ...{ id: randomId(), name: 'Moshan Légal Clinic', sourceType: 'ngo' },
  ...{ selfDescription: 'a clinic of students', disclaimer: 'This is not advice.' },
};

test('a publisher is known whatever the case, accents and blanks of its name', () => {
  expect(organisationOf([clinic], 'moshan  legal CLINIC ')).toBe(clinic);
  expect(organisationOf([clinic], 'Moshan Clinic')).toBeUndefined();
  expect(organisationOf([{ ...clinic, name: '' }], '')).toBeUndefined();
});

test('naming a known publisher fills in what nobody has said yet', () => {
  const named = { publisher: 'Moshan Legal Clinic' };
  expect(withOrganisation(emptyDetails, named, [clinic])).toEqual({
    ...named,
    sourceType: 'ngo',
    disclaimer: 'This is not advice.',
  });
  const said = { ...emptyDetails, sourceType: 'academic', disclaimer: 'None.' } as const;
  expect(withOrganisation(said, named, [clinic])).toEqual(named);
  expect(withOrganisation(emptyDetails, { title: 'x' }, [clinic])).toEqual({ title: 'x' });
});

test('names are offered once, by alphabet', () => {
  const details = (publisher: string) => ({ details: { ...emptyDetails, publisher } });
  const sources = [details('Lantern Street'), details('moshan legal clinic'), details('')];
  expect(publisherNames(sources, [clinic])).toEqual(['Lantern Street', 'Moshan Légal Clinic']);
});
