import { classNames } from '../ui/class-names.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { useNavigation, type Place } from './navigation.ts';
import styles from './SideNav.module.css';
import { useVaultQuery } from './vault-context.tsx';

interface Room {
  readonly place: Place;
  readonly label: string;
  readonly icon: IconName;
  readonly count?: number | undefined;
}

const tagsShown = 12;

export function SideNav() {
  const { trail, go } = useNavigation();
  const library = useVaultQuery('library:read', null);
  const view = library.state === 'answered' ? library.value : undefined;
  const rooms: readonly Room[] = [
    {
      place: { screen: 'library' },
      label: 'Library',
      icon: 'library',
      count: view?.sources.length,
    },
    { place: { screen: 'search', query: '' }, label: 'Search', icon: 'search' },
    {
      place: { screen: 'quotes' },
      label: 'Quotes',
      icon: 'quotes',
      count: view && view.markCount + view.quoteCount,
    },
    { place: { screen: 'tags' }, label: 'Tags', icon: 'tag', count: view?.tags.length },
    { place: { screen: 'report' }, label: 'Check a report', icon: 'report' },
    { place: { screen: 'keys' }, label: 'Keys and people', icon: 'key' },
    { place: { screen: 'activity' }, label: 'Activity', icon: 'activity' },
    { place: { screen: 'safekeeping' }, label: 'Safekeeping', icon: 'check' },
    { place: { screen: 'trash' }, label: 'Trash', icon: 'trash' },
    { place: { screen: 'settings' }, label: 'Settings', icon: 'settings' },
  ];
  const tags = [...(view?.tags ?? [])].sort((a, b) => b.marks - a.marks).slice(0, tagsShown);
  return (
    <nav className={styles['nav']} aria-label="Rooms">
      <ul>
        {rooms.map(({ place, label, icon, count }) => (
          <li key={place.screen}>
            <button
              type="button"
              className={classNames(styles['room'], isIn(trail.here, place) && styles['on'])}
              aria-current={isIn(trail.here, place) ? 'page' : undefined}
              onClick={() => {
                go(place);
              }}
            >
              <Icon name={icon} />
              <span className={styles['label']}>{label}</span>
              {count !== undefined && <small>{count.toLocaleString()}</small>}
            </button>
          </li>
        ))}
      </ul>
      {tags.length > 0 && (
        <>
          <h2 className={styles['heading']}>Tags used most</h2>
          <ul>
            {tags.map((tag) => (
              <li key={tag.id}>
                <button
                  type="button"
                  className={styles['room']}
                  onClick={() => {
                    go({ screen: 'search', query: tagQuery(tag.name) });
                  }}
                >
                  <Icon name="tag" />
                  <span className={styles['label']}>{tag.name}</span>
                  <small>{tag.marks.toLocaleString()}</small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

/** The reader belongs to the library: that is where its document was taken from. */
const roomOf: Partial<Record<Place['screen'], Place['screen']>> = {
  reader: 'library',
  quote: 'quotes',
};

function isIn(here: Place, { screen }: Place): boolean {
  return (roomOf[here.screen] ?? here.screen) === screen;
}

function tagQuery(name: string): string {
  return /\s/.test(name) ? `tag:"${name}"` : `tag:${name}`;
}
