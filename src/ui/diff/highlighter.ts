import core from 'highlight.js/lib/core';
import csharp from 'highlight.js/lib/languages/csharp';
import json from 'highlight.js/lib/languages/json';
import xml from 'highlight.js/lib/languages/xml';

core.registerLanguage('csharp', csharp);
core.registerLanguage('json', json);
core.registerLanguage('xml', xml);

export default core;
