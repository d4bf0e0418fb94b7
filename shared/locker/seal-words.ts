// The 2,048 words of seal phrases, in the order that numbers them from 0. Frozen: another list would make every phrase that
// somebody wrote down unreadable. Chosen from the long list of the Electronic Frontier Foundation (Creative Commons Attribution
// 3.0): four to seven letters, no two alike in the first four, nothing that hurts to read in this work.
export const sealWords: readonly string[] = `
  abacus abdomen abide ability able abroad absence absurd acacia accent acclaim aching acid acorn acre acronym
  acting acts acutely aerosol affair affirm afford afloat afoot aged agency agile aging aground ahead ahoy ajar
  alarm album alder alias alibi alike alive almost aloe aloft alone aloof alright alumni always amaze amends amiable
  amid amino amiss among ample amulet anatomy anchor ancient anew angelic angled angular animal ankle annuity
  another antacid antics antler antonym anvil anyhow anymore anyone anyway aorta apostle applaud approve apricot
  aptly aqua area argue arise armband armhole armless armoire aroma arose around arrive ascend ashen aside askew
  asleep aspen aspire astound astride atlas atom atop atrium attach attest attic audible august author avatar avenue
  avert avid avoid await award awhile awkward awoke awry axis babied baboon backed badge badland badness bagel
  bagful bagged baked baking balance balmy bamboo banana banish banked banner banshee barbell barcode barge barley
  barman barn basics basket batboy bath baton bats bauble beech birch blade blah blank blazer bleach blemish blend
  bless bling blip blob blooper blot blouse bluff bluish blunt blush boaster boat bobbed bobsled bobtail body bogus
  boil bolster bonanza boned bonfire bonsai bonus bony booted boozy borax borough boss botany both bottle bounce
  boxcar boxer boxing boxy breach breeze briar brick bride brim bring brisket brittle broiler broken bronco brought
  browse brunch bubble bucked budding buffalo buggy bulb bulk bulldog bunch bungee bunion bunkbed bush busily
  busload button cabana cabbage cable cache cackle cacti cadmium cahoots cake caliber calm caloric calzone camper
  canal cancel candle cane canine canned canteen canyon capable capital capped caramel carbon carded caring carless
  carol carried cartel carve cascade case cash catalog catcher caterer catlike catnap catsup catwalk caucus causal
  caution caviar cedar celery cement census certify chain chalice chamber chaos chapped charger chatter cheddar
  cheek chemist cherub chess chewer chief chili chirpy chive choice chomp chooser chop chowder chrome chuck chummy
  chunk churn cider cinch cinema circle citizen citric city clad claim clammy clapped clarify clasp clause claw clay
  cleft clench clerk clicker client climate clip clique cloak clock clone closure cloud clover clubbed clunky clutch
  coach coat cobalt cobbler cobweb coerce coexist coffee coke cola cold colt come comfort comma company comrade
  condone cone confess conjure consent contact cope copied copper cork corncob corral cortex cosmic cost cotton
  couch cough could courier cover coyness cozily cradle crafter cramp crate crave crayon credit creed creme crepe
  crested cricket cried critter croak crock crop cross crouch crucial crumb crunchy crux crying cryptic cube cubical
  cuddle cupcake cupid cupping curable cure curing curled cursive curtain curve cusp custard cycle dagger daily
  dainty daisy dance dander dares darkish darling dart dash data dawdler dawn daybed daylong dayroom daytime deacon
  dealer dean debit debug decency decibel deck decline decree deduce deed deepen defame defense deflate defog
  defrost defuse defy degree delay delete delouse deluge demote denial dense dental deny deplete depose depress
  deputy derail derby deserve desktop destiny deuce deviate devotee dial diaper diary dicing dictate dill dime dimly
  dimmed dimple diner dingbat dinner diocese dioxide dipped disband discard disjoin disk dislike disobey display
  disrupt ditto divided doable docile dock doily doing dole dollar domain donated donor doodle doorman doozy dorsal
  dosage dose dove down dowry drab drained drank draw dreamt drench drew dribble dried driller drippy driven drone
  droop droplet drudge drum dubbed ducking duct dude duffel duke duller duly duplex durable during dust dutiful duty
  dwelled dwindle each eagle earache earflap earlobe earmark earthen earwig easeful easter eatable eaten eats ebony
  ebook echo eclair eclipse economy edge edging edition effects effort egging egotism either eject elated elbow
  elderly elite elixir ellipse elude elusive elves ember emblaze emcee emerald emit empathy emperor empower enable
  enamel encode ended ending endless endorse energy engine engross engulf enhance enjoyer enroll ensure entail
  entree entwine envious envy enzyme epic equal equinox erased error erupt esquire essence estate etching ethanol
  ether ethics evasive even evident evolve exact exalted excess exclaim excuse exes exhale exit exodus expend expire
  explain extent extinct extras fabric faceted facial fade fading failing fall false fame fancied fanfare fanning
  faster faucet favored federal fedora feed feisty feline felttip fence fender fennel ferment fervor fester fetch
  fever fiction fiddle fidgety figment figure filing film filter finale finch finer finicky finless flagman flail
  flanked flap flaring flatbed fleshed flick flight flinch flip flock flop florist flyable flyer flying foam foil
  folic folk fondue font food footage fossil foster foyer fragile frail frayed freebee freight fresh fretful friday
  frill fringe frisbee frolic from front froth frown frozen frying gaffe gaining gallery galore game gamma gander
  garbage gargle garland garment garnet gating gauging gauze gazing gear geiger gender generic gentile geology
  gerbil getaway getting getup giblet giddily gift gilled gimmick girdle giving gizmo gizzard glade glamour glance
  glass glazing gleeful glimmer glisten glitter gloater glorify gloss glove glucose glue gluten gnat goal goes going
  golf gondola gong good gooey goon gopher gossip gotten gout grab graded grafted grandly graph grasp gravity gray
  grazing grew grid grill grinch gristle groom grove grower grudge grumble grunge guide gulf gully gumball gumming
  gurgle guru gusto gutter habitat hacker haiku halogen halt halved hamper hamster handbag happier harbor harness
  harpist harvest hash hatbox hatless haven hazard hazel hazily headed heap heat hedge hefty helium helper hemlock
  hence herald herbal hermit heron herring herself hertz hubcap huddle huff hulk hull human humid humming humped
  hunk hurdle hurray hush husked hybrid hyphen iciness icky ideally idly iguana image imitate impart impish implode
  imprint impulse iodine iron isotope issue item ivory jackal january jargon jarring jaunt java jawed jaws jaybird
  jazz jellied jersey jester jiffy jimmy jingle jinx jockey jogger john jolly jolt jovial joyride judo juggle juice
  jujitsu jukebox jumble jump june juniper justice kabob karma kebab keenly kelp kennel kept kettle kiln kilt kimono
  kinetic kinfolk king kinship kite kitten kiwi knelt knoll koala kosher krypton kudos labored ladder ladle lagged
  lagoon lair lance landed lanky lantern lapel lapped lard large lark last latch late latter launch lavish lazily
  lazy leek left legend legible lego legume legwork lemon length lens lent lesser letdown letter liable liberty
  library life lifter likely lilac lilly lily limit limping line lining linked linseed lion liquefy list litter
  livable lived lizard loquat lucid luckily lugged lumber lumping lurch lurk lushly lying lyrics macaw machine
  magenta magical magnify majesty maker mammal manatee mandate mango manhole manila manlike manor mantis manual
  marbled march mardi marina marlin maroon marshy mascot mashed masses matador matcher math matted mauve maximum
  mayday meadow millet mocha modify moisten molar mold monday mongrel monitor monthly mooing mortify mosaic mossy
  motion motor motto mourner mouse mouth move movie mower much mulch mule mumble mummify mumps muppet mural murky
  mushily music musky mutable mutt mutual myself mystify nacho name naming nanny napkin napped narrow native natural
  navy neatly nebula nectar needle neon nephew nest neuter never next nibble nifty nimble ninja nuclear nugget
  nullify nursery nurture nutlike nutty nuzzle nylon oatmeal object obliged oblong obtain obtuse obvious ocean
  ocelot octagon ogle oink okay omega omen omit ongoing onion online onset onshore onstage onward onyx oops ooze
  opacity opal open opium opossum oppose orchard other otter ouch ounce outage outback outer outfit outgrow outlast
  outmost outpost outsell outward oval oven overact oxford oxygen oyster ozone pacific padded padlock paging pajamas
  palace palm panama pancake panda panther papaya paper papyrus parade parcel parish parka parlor parsley partake
  passage patchy path patient pauper paver paving payback payday payee payment payroll peach pear pebble pectin
  pelican pellet penalty pencil pendant pennant pension peony pepper percent perfume perm pesky peso petite petri
  petted phantom phoenix phonics phrase placard plank plated player plaza plenty pliable plod plot plover plow pluck
  plum plural plus poem poet pogo poise poker poking polar polka polo polygon pomelo pond popcorn poplar poppy
  popular pork porous poser posh posing postage pouch pounce powdery power powwow prayer preachy precise preface
  pregame prelaw prepaid preset pretext prewar pried primal prior prism privacy process prodigy progeny proofs
  propose prorate proud proved prowess prune public puddle pueblo pull pulp puma pumice pupil puppet purify purple
  purr pusher putdown putt pyramid python quack quaking qualify quantum quench query quicken quiet quintet quirk
  quit quote racing rack radar radial raffle ragged raging ragweed rake raking rally ramp ramrod ranch ranged ranked
  ranting rarity rascal rasping raven ravine reach ream reawake rebate rebirth rebuff recall recede recital recoil
  reenact refill reflex refocus refund regain reggae regress regular rehab rehire reissue rejoice relearn reliant
  reload remake remedy remix remold rename renewal reoccur reopen reorder repeal replace repose reps reptile request
  reroute reseal reshape residue respect result retail retinal retold retract retying reunion reuse revise revoke
  reward reword rewrap rhyme ribbon rice riches rickety ridden ride riding rift rigging rigid rimless rimmed rind
  rinse ripcord ripping riptide rising risk risotto riveter roamer roast roman romp rope roster rosy rotting roundup
  routine rover rowan royal rubbed rubdown rudder rule rumble rumor rundown runner runway rupture rural rush rust
  sacred saddle safely saffron saga sagging said sake salad salon salsa salt salvage same sample sank santa sapling
  sardine sash sassy satin saucy sauna saved savings savor scanner scarce scenic scholar science scion scone scoop
  scope scotch scoured scrap scribe scroll scruffy scuba scurvy scuttle second sector secular sedan seismic seldom
  self seminar senate send sepia septic sequel sermon serpent serve setback setting setup shabby shack shaded
  shakily shale shank share shawl sheath sheep shelf sherry shield shimmer shindig ship shone shopper shore shrank
  shriek shudder shuffle shush siding sierra siesta sighing silent silica silly silo silt simile simple sincere
  sinuous sister sitcom sixfold sixteen sizable sizing sizzle skater skeptic skewed skid skied skimmed skipper skirt
  skyline skyward slacked slain slam slate slaw sled slept sliced slider slinky slip sliver sloped slot slouchy
  slurp slush small smell smile smith smolder smooth smudge snaking snap snazzy sniff snippet snooze snout snowcap
  snub snuggle sparrow speak species speller spender sphinx spider spilt spinach spiral spoken sponge spoof spotted
  sprain spree sprout spruce spry spur sputter squad squid stack stadium staff stamina stand staple stash state
  staunch steam steed stellar stencil step stereo stick stiffen stilt stinger stipend stir stoic stoke stood stopped
  stout stove stowing streak strict strode stubbed stucco student stuffed stung stupor sturdy suave subject sublet
  subside subtext suburb subzero such suction sudoku suds suffice suggest suing suitor sullen supper supreme surface
  surging surname surreal survey sushi swab swagger swan sway swell swept swerve swimmer swipe swirl swizzle swooned
  sworn symptom synapse synergy system tabby tables taco tactful tadpole take taking talcum talon tamale tamer
  tanned tapered tapioca taps target tarmac tartar task tassel tattle tavern teapot thank thaw theater thermal these
  thicken thimble thing thirsty thread thrift throat thrush thumb thus thyself tibia tidal tidings tiger tighten
  tigress tiling till tilt timothy tinfoil tingle tinsel tint tinwork tipoff tipped tiptop tissue tracing trade
  train travel tray treat tree trekker tremor triage tribune triceps trilogy trimmer trinity triumph trivial trodden
  trough trowel truce trump trunks trustee tshirt tubby tubular tuesday tuition tulip tummy turban turf turnip
  turret turtle tusk tutor tweed twelve twenty twiddle twig twine twitter tycoon tying udder ultra umpire unaired
  unawake unbaked unblock unboxed uncanny uncivil unclasp uncork uncured undated undergo undying unearth unequal
  unfair unfiled unfold unhinge unhook unicorn union unison unit unknown unlaced unleash unmixed unmoved unnamed
  unplug unquote unrated unripe unroll unruly unscrew unseen unsnap unsure untaken untidy untrue untying unused
  unwary unweave unwind unzip update upfront upheld uphill uphold upon upper upright uproar upside upstage uptake
  uptown upward upwind urban urging usage useable used usher usual utensil utmost utopia utter vaguely valiant
  valley vanilla vantage varied varnish varsity varying veal vegan veggie velour velvet vending venture venue verify
  verse vertigo vessel vest veteran vibes victory video village vintage violet viral virtual virus visible visor
  vista vividly voice void voltage volumes voter voucher vowed voyage waffle waged waggle wake waking walk walnut
  walrus waltz wand wasabi washday wasp watch water waving whacky wharf wheat whinny whoever whole widely widget
  width wifi wildcat willed wincing wind wing winner winter wipe wiring wiry wisdom wish wistful wizard wobble woof
  wool woozy work worry woven wreath wrench wriggle wrist writing wrought yanking yapping yard yeah yearly yeast
  yelp yiddish yield yoga yogurt yonder yummy zealous zero zipfile zipping zips zone zoning zoology
`
  .trim()
  .split(/\s+/);
