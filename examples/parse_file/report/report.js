"use strict";
const WORDS = {
  zh: {
    heading: "正文 · 读取报告", styles: "页面自带样式", losers: "全部落选者", other: "English", rule: "规则", template: "模板", none: "没有对应的网站规则，用通用方法",
    sure: "置信度", charset: "编码", broken: "坏字节", refused: "不是网址，没有用", fields: "字段", credits: "其他署名", body: "正文", removed: "从正文删去", roots: "正文的候选",
    metas: "页面头部的 meta", none_value: "无", lost: "个落选", step: "规则步骤", field: "写给", copy: "复制", copied: "已复制", hits: "处命中", close: "关闭", place: "本页中的位置",
    keys: "键盘：↑ ↓ 选字段，Enter 定位，[ ] 换页，Esc 关闭", nowhere: "不在页面可见处", keep: "取", drop: "删",
  },
  en: {
    heading: "zhengwen · reading report", styles: "page's own styles", losers: "all losers", other: "中文", rule: "rule", template: "template", none: "no rule for this site: generic extraction",
    sure: "confidence", charset: "charset", broken: "broken bytes", refused: "is no URL and was not used", fields: "Fields", credits: "Other credits", body: "Body", removed: "Cut from the body", roots: "Candidates for the body",
    metas: "meta elements of the head", none_value: "none", lost: "lost", step: "Step for a rule", field: "for", copy: "copy", copied: "copied", hits: "hits", close: "close", place: "its place in this page",
    keys: "Keyboard: ↑ ↓ choose, Enter shows, [ ] pages, Esc closes", nowhere: "not shown on the page", keep: "take", drop: "cut",
  },
};
const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
let lang = location.hash === "#en" ? "en" : "zh";
let at = 0;
let doc = null;
let chosen = null;
const t = (key) => WORDS[lang][key];
const other = (thing, key) => thing[(key ? key + "_" : "") + lang];

function make(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function show(n) {
  at = n;
  doc = null;
  chosen = null;
  $("steps").hidden = true;
  const page = data.pages[n];
  card(page);
  index();
  if (!page) return;
  const frame = $("frame");
  frame.onload = () => {
    doc = frame.contentDocument;
    if (!doc) return;
    doc.addEventListener("click", pointed, true);
    doc.addEventListener("keydown", key);
    styles();
    document.body.dataset.ready = String(n);
  };
  frame.srcdoc = page.frame;
}

function index() {
  const nav = $("index");
  nav.replaceChildren();
  if (data.pages.length < 2) return;
  data.pages.forEach((page, n) => {
    const button = make("button");
    button.type = "button";
    button.setAttribute("aria-current", String(n === at));
    button.append(make("small", "", Math.round(page.confidence * 100) + "% " + other(page.kind) + " "), page.title || page.name);
    button.title = page.name;
    button.onclick = () => show(n);
    nav.append(button);
  });
}

function card(page) {
  const card = $("card");
  card.replaceChildren();
  card.scrollTop = 0;
  if (!page) return;
  const about = make("div", "about");
  about.append(make("b", "", page.title || page.name), page.name, make("br"));
  if (page.url) about.append(page.url, make("br"));
  if (page.refused_url) about.append(page.refused_url + " " + t("refused"), make("br"));
  about.append(other(page.kind) + " · " + t("sure") + " " + Math.round(page.confidence * 100) + "%", make("br"));
  about.append(page.rule ? t("rule") + " " + page.rule.name + " · " + t("template") + " " + page.rule.template + " · " + page.rule.by : t("none"), make("br"));
  if (page.charset) about.append(t("charset") + " " + page.charset + (page.replaced ? " · " + t("broken") + " " + page.replaced : ""), make("br"));
  about.append(t("keys"));
  card.append(about);
  card.append(make("h2", "", t("fields")));
  for (const field of page.fields) {
    const box = make("div", "box");
    const label = lang === "zh" ? field.zh : field.field;
    const won = field.winner;
    if (won) {
      won.field = field.field;
      box.append(item(label, field.value || won.value, won, other(won) + (won.rule ? "" : " (" + won.worth.toFixed(2) + ")")));
    } else {
      box.append(item(label, field.value || t("none_value"), { mark: null }, ""));
    }
    if (field.lost.length) {
      const more = make("button", "more", field.lost.length + field.more + " " + t("lost"));
      more.type = "button";
      more.onclick = () => box.classList.toggle("open");
      box.append(more);
    }
    for (const lost of field.lost) {
      const line = make("div", "lost");
      const shown = item("", lost.value || "—", lost, other(lost));
      shown.classList.add("plain");
      if (other(lost, "why")) shown.lastChild.append(make("span", "why", " " + other(lost, "why")));
      line.append(shown);
      box.append(line);
    }
    card.append(box);
  }
  list(t("credits"), page.credits, (c) => item(other(c), c.value, c, c.label));
  list(t("body"), page.blocks, (b, i) => item(i + 1 + " " + other(b), b.text, b, ""));
  list(t("removed"), page.removed, (r) => item("", r.text, r, other(r)));
  list(t("roots"), page.roots, (r) => item(r.score.toFixed(0), r.start, r, r.element));
  list(t("metas"), page.metas, (m) => {
    const button = item("", m[1], { mark: null }, m[0]);
    button.onclick = () => offer(null, [["{ meta = " + quoted(m[0]) + " }", null]]);
    return button;
  });
}

function list(title, things, one) {
  if (!things.length) return;
  $("card").append(make("h2", "", title + " (" + things.length + ")"));
  things.forEach((thing, i) => $("card").append(one(thing, i)));
}

// A line of the card; a click shows where it stands.
function item(label, value, thing, from) {
  const button = make("button", "item" + (label === "" ? " plain" : ""));
  button.type = "button";
  if (label !== "") button.append(make("span", "label", label));
  const right = make("span");
  right.append(make("span", "value", value));
  if (from) right.append(make("span", "from", from));
  button.append(right);
  const placed = thing.mark !== null && thing.mark !== undefined && data.pages[at].placed[thing.mark];
  if (placed) button.dataset.mark = thing.mark;
  else if (thing.mark !== undefined) button.classList.add("nowhere");
  button.onclick = () => reveal(thing, button);
  return button;
}

// From the card to the page.
function reveal(thing, button) {
  light(button);
  if (data.fields.some((f) => f.name === thing.field)) chosen = thing.field;
  if (!doc) return;
  const found = [...doc.querySelectorAll("[data-zw~=\"" + thing.mark + "\"]")];
  for (const old of doc.querySelectorAll(".zw-now, .zw-pointed")) old.classList.remove("zw-now", "zw-pointed");
  for (const element of found) element.classList.add("zw-now");
  if (found[0]) found[0].scrollIntoView({ block: "center" });
  if (thing.at) offer(found[0] ? found[0].closest(":not(zw-mark)") : null, null, thing.at.selector);
}

function light(...buttons) {
  for (const old of document.querySelectorAll(".item.now")) old.classList.remove("now");
  for (const button of buttons) button.classList.add("now");
}

// From the page to the card.
function pointed(event) {
  event.preventDefault();
  event.stopPropagation();
  const target = event.target.nodeType === 1 ? event.target : event.target.parentElement;
  if (!target || target === doc.documentElement) return;
  const marked = target.closest("[data-zw]");
  for (const old of doc.querySelectorAll(".zw-now, .zw-pointed")) old.classList.remove("zw-now", "zw-pointed");
  const buttons = [];
  if (marked) {
    for (const id of marked.dataset.zw.split(" ")) buttons.push(...document.querySelectorAll(".item[data-mark=\"" + id + "\"]"));
    marked.classList.add("zw-now");
  }
  light(...buttons);
  for (const button of buttons) if (button.closest(".lost")) button.closest(".box").classList.add("open");
  if (buttons[0]) buttons[0].scrollIntoView({ block: "nearest" });
  const element = target.closest(":not(zw-mark)");
  element.classList.add("zw-pointed");
  offer(element, null);
}

const quoted = (text) => JSON.stringify(text);
const tag = (element) => element.dataset.zwTag || element.localName;
const good = (name) => !/^\d|\d{4,}|^zw-/.test(name) && name.length < 40;
const classes = (element) => [...element.classList].filter(good);
// In the page's words, and in those of the frame, where some elements have other names.
const shown = (parts) => parts.join(" ");
const hits = (selector) => {
  try {
    return doc.querySelectorAll(selector).length;
  } catch {
    return 0;
  }
};

// Selectors for an element that may hold for other pages of the site: by id, by class, by what is around it. Fewest hits first.
function selectors(element) {
  const out = new Map();
  const add = (named, inner) => {
    if (!out.has(named)) out.set(named, hits(inner));
  };
  const name = tag(element);
  const own = element.localName;
  if (element.id && good(element.id)) add("#" + CSS.escape(element.id), "#" + CSS.escape(element.id));
  for (const c of classes(element)) {
    add("." + CSS.escape(c), "." + CSS.escape(c));
    add(name + "." + CSS.escape(c), own + "." + CSS.escape(c));
  }
  let outer = element.parentElement;
  for (let up = 0; outer && up < 6 && outer.localName !== "body"; up++, outer = outer.parentElement) {
    const anchor = outer.id && good(outer.id) ? "#" + CSS.escape(outer.id) : classes(outer)[0] ? "." + CSS.escape(classes(outer)[0]) : null;
    if (!anchor) continue;
    add(shown([anchor, name]), anchor + " " + own);
    if (up > 1 || out.size > 6) break;
  }
  // Nothing around it has a name.
  if (["h1", "h2", "time"].includes(name) || !out.size) add(name, own);
  return [...out].filter(([, n]) => n > 0).sort((a, b) => a[1] - b[1]).slice(0, 5);
}

const LABELS = /^\s*[\[【（(]?\s*([\p{Script=Han} ]{2,6}?)\s*[:：]/u;

function offer(element, given, place) {
  const box = $("steps");
  box.replaceChildren();
  box.hidden = false;
  const head = make("div", "row");
  head.append(make("strong", "", t("step")), t("field"));
  const select = make("select");
  for (const field of data.fields) {
    const option = make("option", "", field.name + " " + field.zh);
    option.value = field.name;
    select.append(option);
  }
  const cut = make("option", "", "remove " + t("drop"));
  cut.value = "remove";
  select.append(cut);
  if (chosen) select.value = chosen;
  select.id = "field";
  head.append(select);
  if (element) head.append(make("code", "", "<" + tag(element) + (element.id ? " id=" + element.id : "") + (element.className ? " class=" + element.className.replace(/zw-\w+/g, "").trim() : "") + ">"));
  const close = make("button", "", t("close"));
  close.type = "button";
  close.onclick = () => (box.hidden = true);
  head.append(close);
  box.append(head);
  if (place) {
    const where = make("div", "row");
    where.append(t("place"), make("code", "place", place));
    box.append(where);
  }
  const steps = given || [];
  if (element && !given) {
    const found = selectors(element);
    for (const [selector, n] of found) steps.push([quoted(selector), n, selector]);
    const said = LABELS.exec(element.textContent);
    if (said) {
      const near = found.find(([, n]) => n === 1);
      steps.push(["{ label = " + quoted(said[1].replace(/\s/g, "")) + (near ? ", within = " + quoted(near[0]) : "") + " }", null]);
    }
    if (tag(element) === "time" && element.getAttribute("datetime") && found[0]) steps.push(["{ css = " + quoted(found[0][0]) + ", attr = \"datetime\" }", null]);
  }
  const lines = make("div");
  const write = () => {
    lines.replaceChildren();
    chosen = select.value;
    for (const [step, n, selector] of steps) {
      const line = make("div", "offer");
      const toml = chosen === "remove" ? (selector ? "remove = [" + step + "]" : null)
        : chosen === "related" ? (selector ? "related = [{ list = " + quoted(selector + " a") + " }]" : null)
        : chosen + " = [" + step + "]";
      if (!toml) continue;
      line.append(make("pre", "", toml));
      if (n !== null) line.append(make("small", "", n + " " + t("hits")));
      const copy = make("button", "copy", t("copy"));
      copy.type = "button";
      copy.onclick = () => {
        put(toml);
        copy.textContent = t("copied");
      };
      line.append(copy);
      lines.append(line);
    }
  };
  select.onchange = write;
  write();
  box.append(lines);
}

function put(text) {
  // A file opened from disk may not have the clipboard's interface.
  const area = make("textarea", "", text);
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

function styles() {
  if (!doc) return;
  for (const sheet of doc.styleSheets) if (!sheet.ownerNode.hasAttribute("data-zw-own")) sheet.disabled = !$("styles").checked;
}

function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(select|textarea)$/i.test(event.target.localName || "")) return;
  const buttons = [...document.querySelectorAll("#card .item")].filter((b) => b.offsetParent);
  const now = buttons.indexOf(document.activeElement);
  if (event.key === "[" && at > 0) show(at - 1);
  else if (event.key === "]" && at + 1 < data.pages.length) show(at + 1);
  else if (event.key === "Escape") $("steps").hidden = true;
  else if (event.key === "ArrowDown" || event.key === "j") buttons[Math.min(now + 1, buttons.length - 1)].focus();
  else if (event.key === "ArrowUp" || event.key === "k") buttons[Math.max(now - 1, 0)].focus();
  else return;
  event.preventDefault();
}

function words() {
  document.documentElement.lang = lang;
  document.title = t("heading");
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  $("language").textContent = t("other");
}

$("language").onclick = () => {
  lang = lang === "zh" ? "en" : "zh";
  words();
  card(data.pages[at]);
  index();
  $("steps").hidden = true;
};
$("styles").onchange = styles;
$("losers").onchange = () => $("card").classList.toggle("losers", $("losers").checked);
document.addEventListener("keydown", key);
words();
show(0);
