import { elementsNamed, everyElement, misplaced, unknownChildren, type Element } from './element.ts';
import { packageFaults, partsOf, type Parts } from './package.ts';

// The sequences of ECMA-376 part 1 (transitional): Word repairs or refuses a document whose children stand otherwise.
const paragraphProperties =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs ' +
  'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd ' +
  'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment ' +
  'textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange';
const runProperties =
  'ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint ' +
  'noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText ' +
  'vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange';
const tableProperties =
  'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd ' +
  'tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange';
const cellProperties =
  'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers ' +
  'cellIns cellDel cellMerge tcPrChange';
const sectionProperties =
  'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols ' +
  'formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange';
const style =
  'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal ' +
  'personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr';
const settings =
  'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape ' +
  'printPostScriptOverText mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter ' +
  'gutterAtTop hideSpellingErrors hideGrammaticalErrors proofState formsDesign attachedTemplate linkStyles ' +
  'stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves ' +
  'doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop ' +
  'autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength ' +
  'clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting ' +
  'bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing ' +
  'displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin ' +
  'drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning ' +
  'characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore ' +
  'savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText ' +
  'doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags ' +
  'alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr ' +
  'attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures ' +
  'forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags ' +
  'decimalSymbol listSeparator';
const sequences: Readonly<Record<string, string>> = {
  'w:pPr': paragraphProperties,
  'w:rPr': runProperties,
  'w:tblPr': tableProperties,
  'w:tcPr': cellProperties,
  'w:sectPr': sectionProperties,
  'w:style': style,
  'w:settings': settings,
  'w:tbl': 'bookmarkStart bookmarkEnd tblPr tblGrid tr',
  'w:numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
};

/** What Word would repair or refuse in a document; a part and what is wrong there. */
export function wordFaults(bytes: Uint8Array): readonly string[] {
  const parts = partsOf(bytes);
  return [
    ...packageFaults(parts),
    ...[...parts.xml].flatMap(([name, root]) => inPart(name, root)),
    ...acrossParts(parts),
  ];
}

function inPart(name: string, root: Element): readonly string[] {
  const faults = [...everyElement(root)].flatMap((element) => [
    ...sequenceFaults(element),
    ...(element.name === 'w:tbl' ? tableFaults(element) : []),
    ...(element.name === 'w:tc' && element.children.at(-1)?.name !== 'w:p'
      ? ['a cell does not end in a paragraph']
      : []),
    ...firstFaults(element),
  ]);
  return [...faults, ...idFaults(root)].map((fault) => `${name}: ${fault}`);
}

function sequenceFaults(element: Element): readonly string[] {
  const sequence = sequences[element.name]?.split(' ');
  if (sequence === undefined) return [];
  return [...misplaced(element, sequence), ...unknownChildren(element, sequence)];
}

/** Properties stand first. */
function firstFaults({ name, children }: Element): readonly string[] {
  const [, kind] = /^w:(p|r|tc|tr|tbl)$/.exec(name) ?? [];
  const at = children.findIndex((child) => child.name === `w:${kind ?? ''}Pr`);
  return kind === undefined || at <= 0 || children[at - 1]?.name === 'w:tblPrEx'
    ? []
    : [`${name}: its properties are not first`];
}

/** As many cells as the grid has columns, in every row; merged cells go on where one began. */
function tableFaults(table: Element): readonly string[] {
  const grid = table.children.find(({ name }) => name === 'w:tblGrid')?.children.length ?? 0;
  const rows = table.children.filter(({ name }) => name === 'w:tr');
  let open = new Map<number, number>();
  return rows.flatMap((row, index) => {
    const faults: string[] = [];
    const next = new Map<number, number>();
    let at = valueOf(child(row, 'w:trPr'), 'w:gridBefore', 0);
    for (const cell of row.children.filter(({ name }) => name === 'w:tc')) {
      const properties = child(cell, 'w:tcPr');
      const span = valueOf(properties, 'w:gridSpan', 1);
      const merge = child(properties, 'w:vMerge');
      if (merge !== undefined) {
        if (merge.attributes.get('w:val') !== 'restart' && open.get(at) !== span)
          faults.push(`row ${index + 1}: a merged cell goes on that did not begin`);
        next.set(at, span);
      }
      at += span;
    }
    at += valueOf(child(row, 'w:trPr'), 'w:gridAfter', 0);
    open = next;
    return at === grid ? faults : [...faults, `row ${index + 1} has ${at} columns of ${grid}`];
  });
}

function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((each) => each.name === name);
}

function valueOf(element: Element | undefined, name: string, otherwise: number): number {
  return Number(child(element, name)?.attributes.get('w:val') ?? otherwise);
}

function idFaults(root: Element): readonly string[] {
  const ids = (name: string, attribute: string): readonly string[] =>
    elementsNamed(root, name).map(({ attributes }) => attributes.get(attribute) ?? '');
  const starts = ids('w:bookmarkStart', 'w:id');
  const names = ids('w:bookmarkStart', 'w:name');
  const long = names.filter((name) => name.length > 40 || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name));
  const begun = ids('w:fldChar', 'w:fldCharType');
  const revisions = [...ids('w:ins', 'w:id'), ...ids('w:del', 'w:id'), ...starts].filter((id) => id !== '');
  const same = (a: readonly string[], b: readonly string[]): boolean =>
    a.toSorted().join() === b.toSorted().join();
  return [
    ...twice(revisions).map((id) => `the id ${id} is used twice`),
    ...twice(names).map((name) => `the bookmark ${name} is there twice`),
    ...long.map((name) => `the bookmark ${name} has a name that Word does not take`),
    ...twice(ids('wp:docPr', 'id')).map((id) => `two drawings have the id ${id}`),
    ...(same(starts, ids('w:bookmarkEnd', 'w:id')) ? [] : ['bookmarks do not begin and end in pairs']),
    ...(same(ids('w:commentRangeStart', 'w:id'), ids('w:commentRangeEnd', 'w:id'))
      ? []
      : ['comments do not begin and end in pairs']),
    ...(begun.filter((kind) => kind === 'begin').length === begun.filter((kind) => kind === 'end').length
      ? []
      : ['fields do not begin and end in pairs']),
  ];
}

function twice(values: readonly string[]): readonly string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}

/** Styles, lists, bookmarks and comments that are referred to are there. */
function acrossParts({ xml }: Parts): readonly string[] {
  const main = xml.get('word/document.xml');
  if (main === undefined) return ['there is no document'];
  const values = (part: string, name: string, attribute: string): readonly string[] => {
    const root = part === 'word/document.xml' ? main : xml.get(part);
    return root === undefined
      ? []
      : elementsNamed(root, name).map(({ attributes }) => attributes.get(attribute) ?? '');
  };
  const body = (name: string, attribute: string): readonly string[] =>
    values('word/document.xml', name, attribute);
  const pages = body('w:fldSimple', 'w:instr').flatMap((code) => /PAGEREF (\S+)/.exec(code)?.[1] ?? []);
  const wanted = [
    [
      'style',
      ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) => body(name, 'w:val')),
      values('word/styles.xml', 'w:style', 'w:styleId'),
    ],
    ['list', body('w:numId', 'w:val'), values('word/numbering.xml', 'w:num', 'w:numId')],
    [
      'bookmark',
      [...pages, ...body('w:hyperlink', 'w:anchor').filter((name) => name !== '')],
      body('w:bookmarkStart', 'w:name'),
    ],
    ['comment', body('w:commentReference', 'w:id'), values('word/comments.xml', 'w:comment', 'w:id')],
  ] as const;
  return wanted.flatMap(([kind, used, there]) =>
    [...new Set(used)].filter((each) => !there.includes(each)).map((each) => `there is no ${kind} ${each}`),
  );
}
