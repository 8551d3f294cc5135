// What the server says is so (`seen`), what this page alone knows (`ui`), and the one way to do something.

export const ui = {
  person: sessionStorage.getItem("person") ?? "UANNA",
  place: { kind: "channel", id: "C1" },
  thread: null, // { channel, ts }
  side: null, // "thread", "inspect" or "knowledge"
  exchange: null, // the number of the exchange that is inspected
};

export const store = { seen: null, listeners: [] };

export const changed = () => store.seen && store.listeners.forEach((listener) => listener());

let live = null;

/** Sees the workspace through a person's eyes, from here on. */
export function becomes(person) {
  ui.person = person;
  sessionStorage.setItem("person", person);
  live?.close();
  live = new EventSource(`live?person=${encodeURIComponent(person)}`);
  live.onmessage = (event) => {
    store.seen = JSON.parse(event.data);
    connected(true);
    changed();
  };
  live.onerror = () => connected(false);
}

/** Does something as the present person; gives what the server says, or null after telling what stood in the way. */
export async function act(verb, what) {
  try {
    const answer = await fetch(`do/${verb}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ person: ui.person, ...what }),
    });
    const said = await answer.json();
    if (!answer.ok) tell(said.problem);
    return answer.ok ? said : null;
  } catch {
    connected(false);
    return null;
  }
}

export const named = (id) =>
  [store.seen.app, ...store.seen.people].find((person) => person.id === id)?.name ?? id;

export const channel = (id) => store.seen.channels.find((each) => each.id === id);

let hiding = 0;

/** Says for some seconds what stood in the way. */
export function tell(problem) {
  const notice = document.getElementById("notice");
  notice.textContent = problem;
  notice.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (notice.hidden = true), 8000);
}

/** Says something to screen readers alone. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}

function connected(is) {
  const notice = document.getElementById("notice");
  if (!is) {
    clearTimeout(hiding);
    notice.textContent = "The playground has stopped, or is not reachable. Start it again with: make run";
    notice.hidden = false;
    notice.dataset.lost = "yes";
  } else if (notice.dataset.lost) {
    notice.hidden = true;
    delete notice.dataset.lost;
  }
}
