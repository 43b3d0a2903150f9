// How long ODK Web Forms' engine takes for the form of 250 questions of forms_bench.cpp: to load it, and for each
// answer. Prints both in milliseconds. tests/bench/run copies it beside its node_modules.
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';

// It is made for browsers; of node it asks two names of its older modules.
globalThis.require = createRequire(import.meta.url);
globalThis.__dirname = '.';
const { window } = new JSDOM('<!doctype html>');
for (const name of ['window', 'document', 'DOMParser', 'XMLSerializer', 'Node', 'NodeList', 'NodeFilter', 'Element',
  'Document', 'XMLDocument', 'DocumentFragment', 'Attr', 'NamedNodeMap', 'CharacterData', 'Text', 'Comment',
  'CDATASection', 'ProcessingInstruction', 'XPathResult', 'XPathEvaluator', 'XPathExpression', 'HTMLElement'])
  if (!(name in globalThis)) globalThis[name] = name === 'window' ? window : window[name];

const names = Array.from({ length: 250 }, (_, i) => `q${i}`);
const binds = names.map((name, i) =>
  `<bind nodeset="/data/${name}" type="int"${i % 10 === 9 ? ` relevant=" /data/q${i - 1}  &gt; 0"` : ''}/>`);
const total = ['0', ...names.map((name) => `coalesce( /data/${name} , 0)`)].join(' + ');
const form = `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>bench</h:title><model><instance>
<data id="bench" version="1">${names.map((name) => `<${name}/>`).join('')}<total/><meta><instanceID/></meta></data>
</instance>${binds.join('')}<bind nodeset="/data/total" type="string" calculate="${total}"/>
<bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/></model></h:head><h:body>
${names.map((name, i) => `<input ref="/data/${name}"><label>Number ${i}?</label></input>`).join('')}
</h:body></h:html>`;

const { createInstance } = await import('@getodk/xforms-engine');
const options = { fetchFormAttachment: () => { throw new Error('there is none'); } };
await createInstance(form, options);  // once to warm up
const begun = performance.now();
const { root } = await createInstance(form, options);
const loaded = performance.now();
const questions = root.currentState.children.filter((child) => child.nodeType === 'input');
for (const question of questions) question.setValue(1n);
const answered = performance.now();
console.log((loaded - begun).toFixed(3), ((answered - loaded) / questions.length).toFixed(4));
