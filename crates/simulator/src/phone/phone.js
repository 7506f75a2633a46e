"use strict";
// The page shows what the server says once a second; every word from it is set as text, never as markup.
const at = (id) => document.getElementById(id);
const scanned = new URLSearchParams(location.search).get("topup");
let phone = null;
let shown = "";
let ownNotice = false;

function make(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function clock(ms) {
  return new Date(ms).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}

function say(text, good) {
  const notice = at("notice");
  notice.textContent = text;
  notice.hidden = !text;
  notice.classList.toggle("good", Boolean(good));
}

function messageItem(message) {
  const item = make("li");
  const otp = /^(\d{5})( .*)$/s.exec(message.text);
  if (otp) item.append(make("b", otp[1]), otp[2]);
  else item.append(message.text);
  item.append(make("time", clock(message.at_ms)));
  return item;
}

function holdItem(hold) {
  const item = make("li");
  const words = make("span", hold.settling ? "Payment in progress" : "Blocked until " + clock(hold.expires_at_ms));
  words.append(make("code", hold.transaction_id));
  item.append(words, make("strong", hold.amount));
  return item;
}

function topupCard(topup) {
  const card = make("div", undefined, "card topup");
  card.append(make("h2", topup.scanned ? "Scanned: add money to your wallet" : "Add money to your wallet"));
  card.append(make("p", "The shop asks you to top up. Choose an amount.", "quiet"));
  const amounts = make("div", undefined, "amounts");
  for (const amount of topup.amounts) {
    const button = make("button", "Add " + amount.label);
    button.type = "button";
    button.addEventListener("click", () => topUp(topup.id, amount));
    amounts.append(button);
  }
  card.append(amounts);
  return card;
}

async function topUp(id, amount) {
  const reply = await fetch("/phone/topup", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ topup: id, amount_paise: amount.paise }),
  });
  ownNotice = true;
  if (reply.ok) say(amount.label + " added to the wallet.", true);
  else say((await reply.json()).error, false);
  await look();
}

function tab(one) {
  const button = make("button", one.label);
  button.type = "button";
  button.setAttribute("aria-current", String(one.selected));
  button.addEventListener("click", () => { phone = one.id; look(); });
  return button;
}

function castRow(part) {
  const row = make("tr");
  const ending = make("th", "…" + part.ending);
  ending.scope = "row";
  row.append(ending, make("td", part.meets));
  return row;
}

function draw(view) {
  at("phones").replaceChildren(...view.phones.map(tab));
  at("cast").replaceChildren(...view.cast.map(castRow));
  at("empty").hidden = Boolean(view.phone);
  at("phone").hidden = !view.phone;
  if (!ownNotice) say(view.scan_problem ?? "", false);
  if (!view.phone) return;
  for (const name of ["available", "usable", "blocked"]) at(name).textContent = view.phone[name];
  at("conditions").replaceChildren(...view.phone.conditions.map((text) => make("li", text)));
  at("holds").replaceChildren(...view.phone.holds.map(holdItem));
  at("topups").replaceChildren(...view.phone.topups.map(topupCard));
  at("messages").replaceChildren(...view.phone.messages.map(messageItem));
}

async function look() {
  const asked = new URLSearchParams();
  if (phone) asked.set("phone", phone);
  if (scanned) asked.set("topup", scanned);
  try {
    const text = await (await fetch("/phone/view?" + asked)).text();
    // Drawing only what changed keeps the focus on a button that is about to be pressed.
    if (text !== shown) { shown = text; draw(JSON.parse(text)); }
  } catch {
    shown = "";
    say("The simulator does not answer.", false);
  }
}

look();
setInterval(look, 1000);
