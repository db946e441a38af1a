// What the card says of a resident.

import {get, knows} from './api.js';
import {capital, clockTime, dayName, el, link} from './dom.js';

const NEEDS = [['food', 'Food'], ['energy', 'Energy'], ['company', 'Company']];
const TRAITS = [['openness', 'open'], ['conscientiousness', 'diligent'], ['extraversion', 'outgoing'],
  ['agreeableness', 'kind'], ['neuroticism', 'anxious'], ['earliness', 'an early bird']];
const TIES = '/api/v1/agents/{}/relationships';
const MOST_TIES = 12;
/** Between this and its opposite people leave each other cold. */
const COLD = 0.2;

export async function residentCard(id, context) {
  const [agent, plan, ties] = await Promise.all([
    get(`/agents/${id}`),
    get(`/agents/${id}/plan`),
    knows(TIES).then(it => it ? get(`/agents/${id}/relationships?limit=${MOST_TIES}`) : null),
  ]);
  return [
    el('p', {class: 'doing'}, el('strong', {}, capital(agent.activity)), because(agent), ` since ${clockTime(agent.since)}.`),
    agent.persona ? el('p', {class: 'persona'}, agent.persona) : null,
    needs(agent.needs),
    facts(agent, context),
    planned(plan.items, context),
    ties ? relationships(ties.items, context) : null,
    goals(agent),
  ].filter(it => it !== null);
}

function because({because: why}) {
  return ['', 'nothing', 'plan'].includes(why) ? '' : ` (${why})`;
}

function needs(values) {
  return el('section', {class: 'needs', 'aria-label': 'Needs'}, ...NEEDS.map(([key, word]) => {
    const percent = Math.round(values[key] / 10);
    const level = percent < 25 ? 'low' : percent < 50 ? 'middling' : 'good';
    const bar = el('i', {class: level});
    bar.style.width = `${percent}%`;
    return el('div', {role: 'meter', 'aria-label': word, 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': percent},
      el('span', {}, word), el('b', {}, bar), el('span', {class: 'number'}, `${percent}`));
  }));
}

function facts(agent, context) {
  const rows = [
    [agent.destination_id ? 'Was at' : 'Is at', placeLink(agent.location_id, context)],
    ['Goes to', placeLink(agent.destination_id, context)],
    ['Home', placeLink(agent.home, context)],
    ['Job', agent.job && el('span', {}, `${agent.job.title} at `, nameLink(agent.job.firm_id, context), `, ${agent.job.hourly_wage} an hour`)],
    ['Money', agent.balance],
    ['Earned, not yet due', agent.accrued === '0.00' ? null : agent.accrued],
    ['Owed to them', agent.owed === '0.00' ? null : agent.owed],
    ['Carries', agent.carried.map(it => `${it.units} ${it.good}`).join(', ') || null],
  ];
  return el('dl', {}, ...rows.filter(([, value]) => value).flatMap(([word, value]) => [el('dt', {}, word), el('dd', {}, value)]));
}

function planned(items, context) {
  if (items.length === 0) {
    return null;
  }
  return el('section', {}, el('h3', {}, `Plan for ${dayName(items[0].at).split(',')[0]}`), el('ol', {class: 'plan'},
    ...items.map(step => el('li', {},
      el('time', {datetime: step.at}, clockTime(step.at)), el('span', {}, capital(step.what)),
      step.location_id ? placeLink(step.location_id, context) : el('span')))));
}

function relationships(items, context) {
  if (items.length === 0) {
    return null;
  }
  return el('section', {}, el('h3', {}, 'Ties'), el('ul', {class: 'ties'}, ...items.map(tie => {
    const bar = el('i', {class: tie.sentiment < -COLD ? 'low' : 'good'});
    bar.style.width = `${Math.round(tie.strength * 100)}%`;
    const word = tie.bond === 'none' || tie.bond === tie.type ? tie.type : `${tie.bond}, ${tie.type}`;
    return el('li', {}, nameLink(tie.agent2.id, context), el('b', {title: `strength ${tie.strength}`}, bar),
      el('span', {class: 'quiet'}, word.replaceAll('_', ' ') + feeling(tie.sentiment)));
  })));
}

function feeling(sentiment) {
  return sentiment > COLD ? ', liked' : sentiment < -COLD ? ', disliked' : '';
}

function goals({goals: wishes, traits}) {
  const most = TRAITS.filter(([key]) => traits[key] >= 65).map(([, word]) => word);
  const least = TRAITS.filter(([key]) => traits[key] <= 30).map(([, word]) => word);
  const nature = [most.join(', '), least.length > 0 ? `not ${least.join(', not ')}` : ''].filter(Boolean).join('; ');
  return el('section', {}, el('h3', {}, 'Wants'),
    el('ul', {}, ...wishes.map(it => el('li', {}, it))),
    nature ? el('p', {class: 'quiet'}, `By nature ${nature}.`) : null);
}

export function placeLink(id, {plan, open}) {
  const place = id && plan?.byId.get(id);
  return place ? link(place.name, () => open({place}), {'data-key': id}) : null;
}

/** The name comes later when it is not known yet. */
export function nameLink(id, {names, plan, open}) {
  const known = names.ofId(id);
  return link(known?.name ?? '…', () => {
    const now = names.ofId(id);
    const place = now?.location_id && plan?.byId.get(now.location_id);
    if (now?.kind === 'resident') {
      open({resident: id});
    } else if (place) {
      open({place});
    }
  }, {'data-name-of': id, 'data-key': id});
}
