// Search, by Pagefind: words become base forms, as sitegen/render/finnish.py makes them, and each is looked for by itself.
// What is asked stands in the address, what is found is announced.
(() => {
  "use strict"
  const form = document.querySelector(".search-form")
  const results = document.querySelector(".search-results")
  if (!form || !results) return
  const status = results.querySelector("[role=status]")
  const list = results.querySelector(".search-list")
  const more = results.querySelector(".search-more")
  const root = new URL(form.dataset.root, location).pathname
  const choices = ["kind", "board", "year", "topic", "resolution"]
  const AT_ONCE = 10
  const AROUND = 30
  const LEAST_BEGINNING = 6
  let tools = null
  let found = []
  let stems = []
  let turn = 0

  const said = (name, number) => results.dataset[name].replace("{number}", String(number))
  const at = (address) => root + address.slice(1)

  // What to find with: fetched when it is first needed, and anew when the site has changed.
  async function open() {
    const text = await (await fetched(form.dataset.index, { cache: "no-cache" })).text()
    if (tools?.text === text) return tools
    const listed = JSON.parse(text)
    const pagefind = await import(at(listed.engine) + "pagefind.js")
    const best = pagefind.createInstance({ basePath: at(listed.engine) })
    await best.init()
    const bundles = Object.keys(listed.bundles).map(at)
    await Promise.all(bundles.map((folder) => best.mergeIndex(folder)))
    tools?.best.destroy()
    const words = listed.words ? { folder: at(listed.words), endings: rules("endings", at(listed.words)), forms: {} } : null
    tools = { text, words, bundles, best }
    return tools
  }

  async function fetched(address, options) {
    const answer = await fetch(address, options)
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
    return answer
  }

  async function rules(name, folder) {
    const lines = (await (await fetched(`${folder}${name}.txt`)).text()).split("\n").filter(Boolean)
    return new Map(lines.map((line) => line.split(" ")).map(([text, cut, added]) => [text, [Number(cut), added ?? ""]]))
  }

  function withoutOwner(word) {
    let match = /(?<=[sl][lst])([aä])\1n$|(?<=ll)een$|(?<=ks)een$/u.exec(word)
    if (match) {
      const stem = word.slice(0, match.index)
      return stem + (match[1] ?? (stem.endsWith("ll") ? "e" : "i"))
    }
    match = /(?<=.{4})(?:ns[aä]|mme|nne)$/u.exec(word)
    if (!match) return word
    const stem = word.slice(0, match.index)
    return /(?:[sl][lst][aäe]|[ijt][aä]|[aä]{2})$/u.test(stem) ? stem : `${stem}n`
  }

  async function baseForm(word, words) {
    if (!/^[a-zåäöšž]+$/.test(word)) return word
    const shard = word.codePointAt(0)
    const forms = await (words.forms[shard] ??= rules(shard, words.folder))
    const endings = await words.endings
    const form = forms.has(word) ? word : withoutOwner(word)
    let rule = forms.get(form)
    for (let start = 0; !rule && start < form.length; start++) rule = endings.get(form.slice(start))
    const [cut, added] = rule ?? [0, ""]
    return form.slice(0, form.length - cut) + added || word
  }

  // The pages that have a word, with how well they match; a long one that no page has may be the beginning of another.
  async function pagesWith(word) {
    const { words } = tools
    const bases = words ? [...new Set([word, await baseForm(word, words)])] : [word]
    stems.push(...bases.map((base) => stemOf(word, base)))
    const hits = new Map()
    for (const base of bases) await look(words ? `${base}_` : base, hits)
    if (!hits.size && words && word.length >= LEAST_BEGINNING) await look(word, hits)
    return hits
  }

  async function look(term, hits = new Map()) {
    for (const one of (await tools.best.search(term)).results) {
      const before = hits.get(one.id)
      if (!before || before.score < one.score) hits.set(one.id, one)
    }
    return hits
  }

  // The word by which pages are chosen: see sitegen/render/pagefind.py.
  const signOf = (choice) => choice.replace(/[^a-z]/g, (letter) => `q${String.fromCharCode(97 + (letter.charCodeAt(0) % 26))}`) + "q_"

  // What all forms of a word have in common, more or less: it is marked in excerpts.
  function stemOf(word, base) {
    let same = 0
    while (same < word.length && word[same] === base[same]) same++
    return word.slice(0, Math.max(same, Math.min(3, word.length)))
  }

  async function search(query, chosen, sort) {
    await open()
    stems = []
    const words = [...new Set(query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]
    const hits = []
    for (const word of words) hits.push(await pagesWith(word))
    const allowed = []
    for (const choice of chosen) allowed.push(await look(signOf(choice)))
    const [first, ...others] = [...hits, ...allowed]
    const score = (id) => hits.reduce((sum, pages) => sum + pages.get(id).score, 0)
    const kept = [...first.values()].filter((one) => others.every((pages) => pages.has(one.id)))
    kept.sort((a, b) => score(b.id) - score(a.id))
    if (words.length && sort === "") return kept
    const known = await (tools.days ??= days(tools.bundles))
    const way = sort === "oldest" ? 1 : -1
    return kept.sort((a, b) => !known[a.id] - !known[b.id] || way * (known[a.id] ?? "").localeCompare(known[b.id] ?? ""))
  }

  // The day of each page: Pagefind can't sort what is in several indexes.
  async function days(bundles) {
    const all = await Promise.all(bundles.map(async (folder) => (await fetched(`${folder}days.json`)).json()))
    return Object.assign({}, ...all)
  }

  function element(name, kind, ...inside) {
    const made = document.createElement(name)
    if (kind) made.className = kind
    made.append(...inside)
    return made
  }

  // Some words around the first that was looked for, with those that were looked for marked.
  function excerpt(text) {
    const words = text.split(/\s+/)
    const has = (stem) => text.toLowerCase().includes(stem)
    const known = stems.map((stem) => (has(stem) ? stem : stem.slice(0, Math.max(3, stem.length - 2))))
    const wanted = (word) => known.some((stem) => word.toLowerCase().includes(stem))
    const first = Math.max(words.findIndex(wanted) - 8, 0)
    const shown = words.slice(first, first + AROUND)
    const made = element("p", "entry-text", first > 0 ? "… " : "")
    for (const word of shown) made.append(wanted(word) ? element("mark", "", word) : word, " ")
    if (first + AROUND < words.length) made.append("…")
    return made
  }

  function entry({ raw_url: address, content, meta }) {
    const link = element("a", "", meta.title)
    link.href = at(address)
    const page = /#.*-(\d+)$/.exec(address)
    const facts = [page ? said("page", page[1]) : "", meta.note].filter(Boolean).join(" · ")
    const made = element("li", "entry", element("h3", "entry-title", link))
    if (facts) made.append(element("p", "entry-facts", facts))
    if (content.trim()) made.append(excerpt(content))
    return made
  }

  async function show(own) {
    const from = list.children.length
    const told = await Promise.all(found.slice(from, from + AT_ONCE).map((one) => one.data()))
    if (own !== turn) return
    list.append(...told.map(entry))
    const shown = list.children.length
    more.hidden = shown >= found.length
    const count = found.length === 0 ? said("none") : found.length === 1 ? said("one") : said("many", found.length)
    status.textContent = shown < found.length ? `${count} ${said("shown", shown)}` : count
    if (from) list.children[from].querySelector("a").focus()
  }

  async function run() {
    const asked = new URLSearchParams(location.search)
    for (const control of form.elements) if (control.name) control.value = asked.get(control.name) ?? ""
    for (const control of form.elements) if (control.value === "" && control.tagName === "SELECT") control.selectedIndex = 0
    const chosen = choices.filter((name) => form.elements[name].value).map((name) => `${name}:${form.elements[name].value}`)
    if (chosen.length || form.elements.sort.value) form.querySelector("details").open = true
    const own = ++turn
    list.replaceChildren()
    more.hidden = true
    results.hidden = !form.elements.q.value.trim() && !chosen.length
    if (results.hidden) return
    status.textContent = said("searching")
    results.ariaBusy = "true"
    try {
      const answer = await search(form.elements.q.value, chosen, form.elements.sort.value)
      if (own !== turn) return
      found = answer
      await show(own)
    } catch (error) {
      console.error(error)
      tools = null
      if (own === turn) status.textContent = said("failed")
    } finally {
      if (own === turn) results.ariaBusy = "false"
    }
  }

  function ask() {
    const asked = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (value.trim()) asked.set(name, value.trim())
    history.pushState(null, "", asked.size ? `?${asked}` : location.pathname)
    run()
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    ask()
  })
  form.addEventListener("change", (event) => {
    if (event.target.tagName === "SELECT") ask()
  })
  more.addEventListener("click", () => show(turn))
  addEventListener("popstate", run)
  form.hidden = false
  run()
})()
