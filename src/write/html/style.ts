/**
 * The look of official documents by habit: title in 小标宋, headings in 黑体 and 楷体, text in 仿宋, each with open
 * and system fonts behind it. Black on white; nothing is said by colour alone.
 */
export const style = `
:root{--ink:#1b1b1b;--soft:#565656;--line:#8a8a8a;--faint:#f4f4f2;--accent:#1f4e8c;
--title:"FZXiaoBiaoSong-B05S","方正小标宋简体","Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC","Songti SC",SimSun,serif;
--hei:SimHei,"Heiti SC","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif;
--kai:KaiTi_GB2312,KaiTi,"Kaiti SC",STKaiti,var(--title);
--text:FangSong_GB2312,FangSong,STFangsong,"Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC","Songti SC",SimSun,serif;
--table:SimSun,"Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC","Songti SC",serif}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;font:1.06rem/1.9 var(--text);overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
.skip{position:absolute;left:-99em;top:0;background:#fff;padding:.5rem 1rem;z-index:9}
.skip:focus{left:.5rem;top:.5rem}
.cover{text-align:center;padding:4.5rem 1.25rem 3rem;border-bottom:1px solid var(--line)}
.cover p{font:1.35rem/1.6 var(--title);margin:0 0 .6rem;text-wrap:balance}
h1{font:600 2rem/1.5 var(--title);margin:0;text-wrap:balance}
h2,h3,h4,h5{font-weight:400;line-height:1.6;break-after:avoid;margin:1.6em 0 .6em}
h2{font-family:var(--title);font-size:1.55rem;text-align:center;margin-top:2.2em;font-weight:600;text-wrap:balance}
h3{font-family:var(--hei);font-size:1.14rem}
h4{font-family:var(--kai);font-size:1.1rem;font-weight:600}
h5{font-size:1.06rem;font-weight:600}
main,.contents{padding:0 1.25rem;max-width:52rem;margin:0 auto}
main{padding-bottom:5rem}
.part>p{margin:.3em 0;text-indent:2em;text-align:justify}
.part>h3,.part>h4,.part>h5{padding-left:2em}
.contents h2{margin-top:1.6em}
.contents ul{list-style:none;margin:0;padding:0}
.contents a{display:block;padding:.18rem .25rem;color:inherit;text-decoration:none}
.contents a:hover{text-decoration:underline;color:var(--accent)}
.contents .c1{font-family:var(--hei);margin-top:.7rem}
.contents .c2 a,.contents .c2{padding-left:1.5em}.contents .c2 a{margin-left:-1.5em}
.sheet{margin:2.6rem 0 3rem;clear:both}
.sheet .label{font-family:var(--hei);margin:0;font-size:.94rem}
.sheet h3,.sheet h4{font:600 1.24rem/1.5 var(--title);text-align:center;margin:.1em 0 .5em;text-wrap:balance}
.sheet .note{font:.86rem/1.6 var(--table);margin:.45rem 0 0}
.landscape .scroll,.sheet .scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;table-layout:fixed;font:.86rem/1.45 var(--table);line-break:strict}
.portrait table{min-width:38rem}.landscape table{min-width:54rem}.performance table{min-width:44rem}
caption{caption-side:top;text-align:left;padding:0 0 .3rem}
.lines{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5rem;position:sticky;left:0;width:min(100%,calc(100vw - 2.5rem))}
.subtitle{flex-basis:100%;text-align:center}.unit{margin-left:auto}
th,td{border:1px solid var(--line);padding:.28rem .42rem;font-weight:400;text-align:left;vertical-align:middle}
thead th,thead td{background:var(--faint);text-align:center;font-family:var(--hei);font-size:.82rem}
.m{text-align:center}.r{text-align:right}
.n{font-variant-numeric:tabular-nums lining-nums;white-space:nowrap;overflow-wrap:normal}
.i1{padding-left:1.4em}.i2{padding-left:2.4em}.i3{padding-left:3.4em}.i4{padding-left:4.4em}
.total>*{font-weight:600}
.performance tbody th{background:var(--faint)}
.performance td:not(.n){white-space:pre-line}
.chart{margin:1.6rem auto;max-width:31rem}
.chart svg{display:block;width:100%;height:auto;overflow:visible}
.chart text{font:12.5px var(--table);fill:var(--ink)}.chart .t{font-family:var(--hei);font-size:13px}
.chart .u,.chart .e{text-anchor:end;font-variant-numeric:tabular-nums}.chart .u{fill:var(--soft)}
.chart rect{fill:#44546a}
.up{position:fixed;right:1rem;bottom:1rem}
.up a{display:block;background:#fff;border:1px solid var(--line);border-radius:3px;padding:.25rem .8rem;font:.86rem/1.6 var(--hei);text-decoration:none}
@media screen and (min-width:84rem){
body{display:grid;grid-template-columns:19rem minmax(0,1fr);grid-template-rows:auto 1fr}
.cover{grid-column:1/3}.up{display:none}
.contents{grid-column:1;align-self:start;position:sticky;top:0;max-height:100vh;overflow:auto;font-size:.9rem;line-height:1.6;padding:0 1rem 2rem;scrollbar-width:thin;margin:0}
.contents h2{font-size:1.1rem;margin:1.4em 0 .4em}
main{grid-column:2;max-width:66rem;padding:0 2.5rem 5rem;border-left:1px solid #ddd;margin:0}
.part>p,.part>h3,.part>h4,.part>h5{max-width:52rem;margin-left:auto;margin-right:auto}
}
@media screen and (max-width:40rem){
body{font-size:1rem;line-height:1.8}.part>p{text-align:start}.part>h4,.part>h5{padding-left:0}.cover{padding:2.5rem 1rem 1.8rem}
.cover p{font-size:1.1rem}h1{font-size:1.5rem}h2{font-size:1.28rem}h3{font-size:1.08rem}
main,.contents{padding-left:1rem;padding-right:1rem}main{padding-bottom:5rem}.sheet h3,.sheet h4{font-size:1.08rem}
.lines{width:min(100%,calc(100vw - 2rem))}
.figures tbody th:first-child{position:sticky;left:0;background:#fff;z-index:1}
.figures .total th:first-child{background:#fff}
}
@media print{
@page{size:A4;margin:28mm 24mm 24mm;@bottom-center{content:counter(page);font:10pt serif}}
@page tall{margin:18mm 20mm 16mm}
@page wide{size:A4 landscape;margin:22mm 20mm 18mm}
@page front{@bottom-center{content:""}}
body{font-size:14pt;line-height:1.85}
body>nav{display:none}
.cover{page:front;border:0;padding-top:70mm}.cover p{font-size:18pt}h1{font-size:24pt}
.contents{page:front;break-before:page;max-width:none;padding:0;font-size:12pt;line-height:1.5}.contents h2{margin:0 0 .6em}.contents a{padding-top:0;padding-bottom:0}
main{max-width:none;padding:0;counter-reset:page 1}
h2{font-size:20pt;margin:0 0 .8em}h3{font-size:15pt}h4,h5{font-size:14pt}
.part{break-before:page}
.sheet{break-before:page;margin:0}.portrait{page:tall}.landscape{page:wide}
.part>h2+.sheet{break-before:auto}
.sheet .scroll{overflow:visible}.sheet table{min-width:0;font-size:9.5pt;line-height:1.3}
.sheet.performance table{font-size:9pt}
.sheet h3,.sheet h4{font-size:16pt}.sheet .label,.sheet .note{font-size:9pt}
.lines{position:static;width:100%}
th,td{padding:.6mm 1mm;border-color:#333}.figures th,.figures td{padding:.4mm 1mm;line-height:1.22}thead th{font-size:9pt;background:none}.performance tbody th{background:none}
thead{display:table-header-group}tr{break-inside:avoid}
.part>p{orphans:2;widows:2}.chart{break-inside:avoid}
a{color:inherit;text-decoration:none}
}
`.trim();

/** The mark stands behind the text of the screen and of every printed page. */
export function draftStyle(mark: string): string {
  const content = mark.replace(/["\\\n<>]/g, '');
  return `.draft::before{content:"${content}"/"";position:fixed;inset:0;display:grid;place-items:center;font:600 22vmin/1 var(--hei);color:#b3261e;opacity:.14;transform:rotate(-28deg);pointer-events:none;z-index:5}
@media print{.draft::before{font-size:60mm}}`;
}
