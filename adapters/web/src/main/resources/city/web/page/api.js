// The REST calls of the page. All go to the host that the page came from.

async function ask(path, options) {
  const answer = await fetch(path, options);
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(body.detail || body.title || `${path}: ${answer.status}`);
  }
  return body;
}

export const get = path => ask(`/api/v1${path}`);

export const post = (path, body) => ask(`/api/v1${path}`, {
  method: 'POST',
  headers: {'Content-Type': 'application/json'},
  body: body === undefined ? undefined : JSON.stringify(body),
});

/** Every item of a paged list. */
export async function all(path, limit = 1000) {
  const items = [];
  let cursor = '';
  do {
    const page = await get(`${path}?limit=${limit}${cursor && `&cursor=${cursor}`}`);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}

let paths;

/** A description that could not be had is asked for again the next time. */
async function describe() {
  try {
    const answer = await fetch('/openapi.json');
    if (!answer.ok) {
      throw new Error(`/openapi.json: ${answer.status}`);
    }
    return Object.keys((await answer.json()).paths);
  } catch (error) {
    paths = undefined;
    throw error;
  }
}

/** Whether this city's API knows a path, by its own description: a city may lack what a newer one has. */
export async function knows(path) {
  paths ??= describe();
  return (await paths).some(it => it.replaceAll(/\{\w+}/g, '{}') === path);
}
