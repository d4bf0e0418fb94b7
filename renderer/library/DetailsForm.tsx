import { missingDetails, type SourceDetails } from '../../shared/evidence/source.ts';
import { organisationOf } from '../../shared/evidence/organisation-names.ts';
import type { Organisation } from '../../shared/evidence/organisation.ts';
import { useAct } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { DateField } from './DateField.tsx';
import { confirmAll, describeAct, proposedNames } from './describe-acts.ts';
import { DetailControl } from './DetailControl.tsx';
import { detailGroups, type DetailName } from './detail-fields.ts';
import { DetailGroupView } from './DetailGroupView.tsx';
import styles from './DetailsForm.module.css';
import { OrganisationSection } from './OrganisationSection.tsx';
import { withOrganisation } from './organisations.ts';
import { ProposedSign } from './ProposedSign.tsx';
import { PublisherList, publisherListId } from './PublisherList.tsx';
import type { LibrarySource } from './source-list.ts';

interface DetailsFormProps {
  readonly source: LibrarySource;
  readonly sources: readonly LibrarySource[];
  readonly organisations: readonly Organisation[];
}

/** Each field is saved by itself, when it is left or Enter is pressed; Esc takes back what was typed since. */
export function DetailsForm({ source, sources, organisations }: DetailsFormProps) {
  const act = useAct();
  const { details, proposed } = source;
  const missing = new Set(missingDetails(details));
  const save = (difference: Partial<SourceDetails>) => {
    void act([describeAct(source, withOrganisation(details, difference, organisations))]);
  };
  const unconfirmed = proposedNames(source);
  const field = (name: DetailName) => {
    const confidence = proposed?.[name];
    if (name === 'published') {
      return (
        <DateField
          key={name}
          date={details.published}
          missing={missing.has('published')}
          aside={
            confidence !== undefined && (
              <ProposedSign
                name={name}
                confidence={confidence}
                onConfirm={() => {
                  save({ published: details.published });
                }}
              />
            )
          }
          onSave={(published) => {
            save({ published });
          }}
        />
      );
    }
    return (
      <DetailControl
        key={name}
        name={name}
        value={details[name]}
        missing={missing.has(name)}
        list={name === 'publisher' ? publisherListId : undefined}
        confidence={confidence}
        onSave={save}
      />
    );
  };
  return (
    <div className={styles['form']}>
      <PublisherList sources={sources} organisations={organisations} />
      {unconfirmed.length > 0 && (
        <div className={styles['confirm']}>
          <p>
            {unconfirmed.length === 1
              ? '1 detail was read off the document.'
              : `${unconfirmed.length} details were read off the document.`}
          </p>
          <Button icon="check" onClick={() => void act(confirmAll([source]))}>
            Confirm all
          </Button>
        </div>
      )}
      {detailGroups.map(({ id, title, fields }) => (
        <DetailGroupView
          key={id}
          id={id}
          title={title}
          filled={fields.filter((name) => !isEmpty(details, name)).length}
        >
          {fields.map(field)}
          {id === 'citation' && details.publisher !== '' && (
            <OrganisationSection
              key={details.publisher}
              name={details.publisher}
              organisation={organisationOf(organisations, details.publisher)}
            />
          )}
        </DetailGroupView>
      ))}
    </div>
  );
}

function isEmpty(details: SourceDetails, name: DetailName): boolean {
  const value = details[name];
  return (typeof value === 'string' ? value : value.value) === '';
}
