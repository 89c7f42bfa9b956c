"use strict";
const root = document.documentElement;
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);

// Light and dark: what the system says, until someone says otherwise.
const theme = one("#theme"), themeKey = "norm-report-theme";
const remembered = () => { try { return localStorage.getItem(themeKey); } catch { return null; } };
if (remembered())
	root.dataset.theme = remembered();
theme.hidden = false;
theme.addEventListener("click", () => {
	const isDark = getComputedStyle(root).colorScheme === "dark";
	root.dataset.theme = isDark ? "light" : "dark";
	try { localStorage.setItem(themeKey, root.dataset.theme); } catch { /* a browser that keeps nothing */ }
});

// Findings: those that hold the text, of the levels and the category that are chosen. Case and accents do not matter.
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const choices = one("#choices");
if (choices) {
	const rows = all("#rules tbody tr"), texts = new Map(rows.map((row) => [row, bare(row.textContent)]));
	const choose = () => {
		const text = bare(one("#filter").value), category = one("#category").value;
		const levels = all("input[type=checkbox]", choices).filter((box) => box.checked).map((box) => box.value);
		for (const row of rows)
			row.hidden = !texts.get(row).includes(text) || !levels.includes(row.dataset.level) ||
				(category !== "" && category !== row.dataset.category);
		one("#shown").value = rows.filter((row) => !row.hidden).length + " / " + rows.length;
	};
	choices.addEventListener("input", choose);
	choices.hidden = false;
	choose();
}

// Tables are sorted by the column whose head is pressed: numbers from the greatest, words from the first.
const sort = (table, column, head) => {
	const isNumber = head.classList.contains("number") || table.tBodies[0].rows[0].cells[column].dataset.v !== undefined;
	const isDown = head.ariaSort ? head.ariaSort === "ascending" : isNumber;
	const value = (row) => isNumber ? Number(row.cells[column].dataset.v) : row.cells[column].textContent;
	const order = (a, b) => isNumber ? value(a) - value(b) : value(a).localeCompare(value(b), root.lang);
	const rows = [...table.tBodies[0].rows].sort((a, b) => isDown ? order(b, a) : order(a, b));
	table.tBodies[0].append(...rows);
	for (const other of table.tHead.rows[0].cells)
		other.removeAttribute("aria-sort");
	head.ariaSort = isDown ? "descending" : "ascending";
};
for (const table of all(".sortable")) {
	[...table.tHead.rows[0].cells].forEach((head, column) => {
		if (head.classList.contains("plain"))
			return;
		const button = document.createElement("button");
		button.type = "button";
		button.append(...head.childNodes);
		button.addEventListener("click", () => sort(table, column, head));
		head.append(button);
	});
}
