// Sentences made from events. A sentence is a list of parts: a text, an {id} of somebody or something, a {place} by its
// name, or a {quote}. Events that nobody would tell at a table make none.

const DRINKS = new Set(['ale', 'beer', 'wine', 'tea', 'coffee', 'cider', 'milk']);
const PORTIONS = {meal: 'a meal', basket: 'a basket of food'};
const MANY = {meal: 'meals', basket: 'baskets of food'};
const SKIES = {
  clear: 'The sky clears up.',
  cloudy: 'Clouds cover the sky.',
  fog: 'Fog lies over the city.',
  rain: 'It begins to rain.',
  storm: 'A storm comes up.',
  snow: 'It begins to snow.',
};
const TIES = {
  stranger: 'a stranger', acquaintance: 'an acquaintance', colleague: 'a colleague', friend: 'a friend',
  close_friend: 'a close friend', rival: 'a rival', family: 'family',
};
const PARTINGS = {pleasant: ' part on good terms.', cross: ' part in anger.', cut_short: ' are cut short.'};
const UNTOLD = new Set(['', 'nothing', 'plan', 'arrived']);
const WISHES = {
  move: 'wanted to go to', buy: 'wanted to buy', use: 'wanted to use', work: 'wanted to work', sleep: 'wanted to sleep',
  give: 'wanted to give', take_job: 'wanted to take a job', rest: 'wanted to rest',
};

/** What is told of an event, as lines of {topic, parts, weight}. Topics are talk, money, doings and city. */
export function sentencesOf({type, data}) {
  switch (type.replace(/\.v\d+$/, '')) {
    case 'agents.acted': return deed(data);
    case 'agents.district-actions': return data.deeds.flatMap(deed);
    case 'agents.spawned': return city(8, {id: data.resident}, ' arrives in the city.');
    case 'agents.departed': return city(8, data.name, ' leaves the city for good.');
    case 'agents.goal-reached': return doings(8, {id: data.resident}, ` has reached a goal: to ${data.goal}.`);
    case 'agents.fell-ill': return doings(7, {id: data.resident}, ' falls ill.');
    case 'social.party-planned': return city(9, {id: data.host}, ' gives a party, ', {quote: data.name}, ', at ', {id: data.location}, '.');
    case 'social.party-told': return talk(6, {id: data.by}, ' tells ', {id: data.resident}, ' of the party ', {quote: data.name}, '.');
    case 'social.party-joined': return doings(8, {id: data.resident}, ' comes to the party ', {quote: data.name}, '.');
    case 'agents.recovered': return doings(6, {id: data.resident}, ' is well again.');
    case 'economy.money-transferred': return transfer(data);
    case 'economy.hired': return money(6, {id: data.resident}, ` is hired as ${data.title.toLowerCase()} by `, {id: data.firm}, '.');
    case 'economy.left-job': return money(6, {id: data.resident}, ' leaves the job at ', {id: data.firm}, '.');
    case 'economy.wage-owed': return money(6, {id: data.firm}, ' cannot pay ', {id: data.resident}, ` in full: ${data.owed} is owed.`);
    case 'economy.arrears-paid': return money(5, {id: data.firm}, ` pays ${data.paid} that it owed to `, {id: data.resident}, '.');
    case 'world.weather-changed': return city(9, SKIES[data.to] ?? `The weather turns to ${data.to}.`);
    case 'world.location-closed': return city(9, {id: data.location}, ` closes: ${data.reason}`);
    case 'world.location-reopened': return city(9, {id: data.location}, ' is open again.');
    case 'world.event-started': return city(10, `${data.name} begins`, ...at(data.place), '.');
    case 'world.event-ended': return city(9, `${data.name} is over`, ...at(data.place), '.');
    case 'social.message-said': return speech(data);
    case 'social.interaction-started': return talk(5, ...listOf(data.members), ' begin to talk at ', {id: data.location}, '.');
    case 'social.interaction-ended': return talk(4, ...listOf(data.members), PARTINGS[data.outcome] ?? ' part.');
    case 'social.relationship-changed': return tie(data);
    default: return [];
  }
}

function deed({resident, action, detail, because, outcome}) {
  const who = {id: resident};
  if (outcome !== 'done') {
    const wish = WISHES[action];
    return wish ? doings(2, who, ` ${wish} ${action === 'give' ? '' : detail}`.trimEnd(), `, but could not: ${words(outcome)}.`) : [];
  }
  const why = UNTOLD.has(because) ? '.' : ` (${because}).`;
  switch (action) {
    case 'move': return doings(2, who, ' sets out for ', {place: detail}, why);
    case 'work': return doings(1, who, ' is at work.');
    case 'use': return doings(2, who, ` ${DRINKS.has(detail) ? 'drinks' : 'eats'} ${PORTIONS[detail] ?? detail}`, why);
    case 'sleep': return doings(2, who, ' goes to sleep', why);
    case 'rest': return doings(1, who, ` rests for ${duration(detail)}`, why);
    case 'quit_job': return doings(4, who, ' gives up the job', why);
    // The rest is told by the event that it causes, or is nothing to tell.
    default: return [];
  }
}

function transfer({from, to, amount, kind, memo}) {
  const [payer, payee] = [{id: from}, {id: to}];
  switch (kind) {
    case 'purchase': return money(4, payer, ` buys ${bought(memo) || 'something'} at `, payee, ` for ${amount}.`);
    case 'wage': return money(4, payee, ` is paid ${amount} by `, payer, '.');
    case 'gift': return money(7, payer, ` gives ${amount} to `, payee, '.');
    case 'supply': return money(2, payer, ` buys ${bought(memo) || 'supplies'} from `, payee, ` for ${amount}.`);
    case 'contract': return money(1, payer, ` pays `, payee, ` ${amount} for hours worked for all.`);
    case 'dividend': return money(3, payer, ` pays its owner `, payee, ` ${amount}.`);
    case 'estate': return money(6, payer, ` leaves ${amount} to `, payee, '.');
    case 'endowment': return [];
    default: return money(4, payer, ` pays ${amount} to `, payee, memo ? `: ${memo}.` : '.');
  }
}

/** `4 basket from The Oven` is said as `4 baskets of food`. */
function bought(memo) {
  const [, units, good] = /^(\d+) (.*?)(?: from .*)?$/.exec(memo) ?? [];
  return units === '1' && PORTIONS[good] ? PORTIONS[good] : units ? `${units} ${MANY[good] ?? good}` : memo.replace(/ from .*$/, '');
}

function speech({speaker, location, words: said, text}) {
  return talk(10, {id: speaker}, ...(location ? [' at ', {id: location}] : []), ': ', {quote: said ?? text ?? ''});
}

function tie({from, to, type}) {
  return from && to ? talk(6, {id: from}, ' now thinks of ', {id: to}, ` as ${TIES[type] ?? 'somebody else'}.`) : [];
}

function listOf(ids = []) {
  return ids.flatMap((id, i) => [...(i === 0 ? [] : [i === ids.length - 1 ? ' and ' : ', ']), {id}]);
}

const WORLD = '776f726c-6400-8000-8000-800000000000';

function at(place) {
  return place && place !== WORLD ? [' at ', {id: place}] : [];
}

function duration(detail) {
  const minutes = Number.parseInt(detail, 10);
  return minutes >= 90 ? `${Math.round(minutes / 30) / 2} hours` : detail;
}

const words = text => String(text).replaceAll('_', ' ').toLowerCase();

const line = topic => (weight, ...parts) => [{topic, weight, parts}];
const talk = line('talk');
const money = line('money');
const doings = line('doings');
const city = line('city');

/** What the page asks the log for. */
export const TYPES = [
  'agents.acted.v1', 'agents.district-actions.v1', 'agents.spawned.v1', 'agents.departed.v1',
  'agents.goal-reached.v1', 'agents.fell-ill.v1', 'agents.recovered.v1', 'world.event-started.v1', 'world.event-ended.v1',
  'economy.money-transferred.v1', 'economy.hired.v1', 'economy.left-job.v1', 'economy.wage-owed.v1',
  'economy.arrears-paid.v1', 'world.weather-changed.v1', 'world.location-closed.v1', 'world.location-reopened.v1',
  'social.party-planned.v1', 'social.party-told.v1', 'social.party-joined.v1',
  'social.message-said.v1', 'social.interaction-started.v1', 'social.interaction-ended.v1',
  'social.relationship-changed.v1',
];
