// The list of what is wrong.

/** @param {(name: string, properties?: object, ...children: (Node | string)[]) => HTMLElement} make */
export function problemList(facts, make) {
  const list = make('ol', { className: 'list', tabIndex: 0 }, ...facts.problems.map(problem => item(problem, make)));
  list.setAttribute('role', 'list');
  list.setAttribute('aria-labelledby', 'title');
  if (facts.left) list.append(make('li', { textContent: `… and ${facts.left} more, which “moot check” lists.` }));
  return list;
}

function item(problem, make) {
  const place = problem.edit ? make('a', { href: problem.edit, textContent: problem.where }) : make('span', { textContent: problem.where });
  const kind = make('span', { className: 'kind ' + problem.severity, textContent: problem.severity === 'error' ? 'Error' : 'Warning' });
  const parts = [make('p', { className: 'place' }, kind, ' ', place, ' ', make('span', { className: 'code', textContent: problem.code }))];
  parts.push(make('p', { className: 'message', textContent: problem.message + '.' }));
  if (problem.line !== undefined) parts.push(line(problem, make));
  parts.push(make('p', { className: 'remedy', textContent: problem.remedy }));
  return make('li', { className: problem.severity }, ...parts);
}

/** The line, with a mark on the word at which something is wrong. */
function line({ line, number, start }, make) {
  const code = make('code');
  if (start === undefined) {
    code.append(line);
  } else {
    const word = /^\S+|^.?/u.exec(line.slice(start))[0];
    code.append(line.slice(0, start), make('mark', { textContent: word || ' ' }), line.slice(start + word.length));
  }
  return make('pre', {}, make('span', { className: 'number', textContent: `${number} ` }), code);
}
