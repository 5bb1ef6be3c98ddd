/**
 * The search of an exported folder: it reads the parts of the index that a query needs, as scripts, for a page
 * opened from a disk may load nothing else. Every word must occur; sums are over the whole result, and what is
 * contained in another line of it is not added again, as on a server.
 */
export const folderSearch = `(()=>{
'use strict';
const box=document.getElementById('folder-search');if(!box)return;
const english=!document.documentElement.lang.startsWith('zh');
const say=(zh,en)=>english?en:zh;
const own=document.currentScript.src;
const root=new URL('.',own);
const waiting=new Map(),parts=new Map();
window.mingsuanPart=(name,value)=>{parts.set(name,value)};
const load=(name)=>{let p=waiting.get(name);if(!p){p=new Promise((done,fail)=>{const s=document.createElement('script');s.src=new URL('search/'+name+'.js',root).href;s.onload=()=>done(parts.get(name));s.onerror=()=>{waiting.delete(name);fail(new Error(name))};document.head.append(s)});waiting.set(name,p)}return p};
const fold=(t)=>t.replace(/[！-～]/g,c=>String.fromCharCode(c.charCodeAt(0)-0xfee0)).replace(/[〔【]/g,'[').replace(/[〕】]/g,']').replace(/[−–—]/g,'-').replace(/["'“”‘’「」『』﹁﹂\\s\\u3000\\u200b\\ufeff]+/g,'').toLowerCase();
const gramsOf=(w)=>{const c=Array.from(w);if(c.length<2)return c;return[...new Set(c.slice(1).map((x,i)=>c[i]+x))]};
const shardOf=(g,n)=>{let h=0;for(let i=0;i<g.length;i++)h=(h*31+g.charCodeAt(i))>>>0;return h%n};
const result=document.getElementById('folder-result');
const status=document.getElementById('folder-status');
const el=(name,text,cls)=>{const e=document.createElement(name);if(text)e.textContent=text;if(cls)e.className=cls;return e};
const minus='\\u2212';
const group=(d)=>d.replace(/\\B(?=(?:\\d{3})+$)/g,',');
const hundredths=(fen,step)=>{const a=Math.abs(fen),d=2*a+step,h=(d-d%(2*step))/(2*step);return(fen<0&&h>0?minus:'')+group(String((h-h%100)/100))+'.'+String(h%100).padStart(2,'0')};
const amount=(fen)=>{const a=Math.abs(fen);if(english)return a>=1e8?'CNY '+hundredths(fen,1e6)+' million':'CNY '+hundredths(fen,1);return a>=1e10?hundredths(fen,1e8)+'亿元':a>=1e6?hundredths(fen,1e4)+'万元':hundredths(fen,1)+'元'};
const meet=(a,b)=>{const s=new Set(b);return a.filter(x=>s.has(x))};
const spread=(list)=>{let at=0;return list.map(d=>at+=d)};
const candidates=async(words,about)=>{
let ids=null;
for(const g of new Set(words.flatMap(gramsOf))){
const list=spread(((await load('g'+shardOf(g,about.shards)))||{})[g]||[]);
ids=ids===null?list:meet(ids,list);
if(!ids.length)return[];
}
return ids===null?Array.from({length:about.count},(_,i)=>i):ids;
};
const record=(row,about)=>({kind:row[0],title:row[1],text:row[2],page:row[3],fen:row[4],code:row[5],of:about.disclosures[row[6]],at:row[6]});
const find=async(query,about,kind)=>{
const words=query.split(/\\s+/).map(fold).filter(Boolean).slice(0,12);
const ids=await candidates(words,about);
const found=[];let last=-1,chunk;
for(const id of ids){const n=Math.floor(id/about.chunk);
if(n!==last){chunk=await load('r'+n);last=n}
const r=record(chunk[id-n*about.chunk],about);
if(words.every(w=>r.text.includes(w)))found.push(r)}
const kinds=about.kinds.map(k=>[k,found.filter(r=>r.kind===k[0]).length]).filter(k=>k[1]);
return{kinds,words,found:found.filter(r=>!kind||r.kind===kind)};
};
const order=(found,words)=>{
const rank=(r)=>{const t=fold(r.title);if(!words.length)return 0;if(t===words.join(''))return 0;if(t.startsWith(words[0]))return 1;return words.every(w=>t.includes(w))?2:3};
const kinds=['department','project','line','indicator','text'];
return found.map(r=>[rank(r),kinds.indexOf(r.kind),r]).sort((a,b)=>a[0]-b[0]||a[1]-b[1]||(b[2].fen===null?-Infinity:b[2].fen)-(a[2].fen===null?-Infinity:a[2].fen)||0).map(x=>x[2]);
};
const sums=(found)=>{
const lines=new Set(found.filter(r=>r.kind==='line').map(r=>r.at+'/'+r.code));
const all=new Map();
for(const r of found){if(r.fen===null||r.kind==='department')continue;
const key=[r.kind,r.of.when,r.of.level].join(' '),s=all.get(key)||{r,fen:0,counted:0,left:0};
const within=r.kind==='line'&&[3,5].some(n=>n<r.code.length&&lines.has(r.at+'/'+r.code.slice(0,n)));
if(within)s.left++;else{s.fen+=r.fen;s.counted++}
all.set(key,s)}
return[...all.values()].filter(s=>s.counted).sort((a,b)=>a.r.of.when<b.r.of.when?1:a.r.of.when>b.r.of.when?-1:b.fen-a.fen);
};
const name=(about,kind)=>{const k=about.kinds.find(x=>x[0]===kind);return k[english?2:1]};
const href=(r,about)=>{const base=r.of[english&&r.of.en?'en':'zh'],p=r.page;const segs=p.length?[about.parts[p[0]][english&&r.of.en?1:0],...p.slice(1)]:[];return new URL([...base.split('/'),...segs,'index.html'].map(encodeURIComponent).join('/'),root).href};
const most=50;
const show=(about,{found,words,kinds},query,kind)=>{
result.replaceChildren();
status.textContent=say(query?'“'+query+'” 找到 '+found.length.toLocaleString('en')+' 条':'共 '+found.length.toLocaleString('en')+' 条',found.length.toLocaleString('en')+' results');
if(!found.length){result.append(el('p',say('换短一点的词试试；多个词用空格隔开，每个词都要出现。','Try a shorter word; of several words, each must occur.'),'empty'))}
if(kinds.length>1||kind){const ul=el('ul','','chips');for(const k of [['','全部','all'],...kinds.map(x=>x[0])]){const a=el('a',k[english?2:1]);a.href='?'+new URLSearchParams(k[0]?{q:query,kind:k[0]}:{q:query});if(k[0]===kind)a.setAttribute('aria-current','true');const li=el('li');li.append(a);ul.append(li)}result.append(ul)}
const told=sums(found);
if(told.length){const s=el('section','','sums');s.append(el('h2',say('全部结果的合计','Sum of the whole result')));let ul=el('ul','','plain');s.append(ul);
for(const t of told){if(t===told[3]){const d=el('details','','under');d.append(el('summary',say('其余 '+(told.length-3)+' 组',(told.length-3)+' more')));ul=el('ul','','plain');d.append(ul);s.append(d)}
const li=el('li');li.append(el('b',amount(t.fen)),el('span',' '+t.r.of[english?'whenEn':'when']+' · '+name(about,t.r.kind)+' · '+t.r.of[english?'levelEn':'level']+' · '+say(t.counted+' 条之和','sum of '+t.counted)+(t.left?say('，另有 '+t.left+' 条是它们的下级，未重复相加','; '+t.left+' more are contained in them'):''),'meta'));ul.append(li)}
result.append(s)}
const ol=el('ol','','hits');
const ordered=order(found,words);
for(const r of ordered.slice(0,most)){const li=el('li'),p=el('p'),a=el('a',(r.code?r.code+' ':'')+r.title);a.href=href(r,about);p.append(el('span',name(about,r.kind),'tag'),' ',a);if(r.fen!==null)p.append(' ',el('span',amount(r.fen),'num'));li.append(p);
const w=words.find(x=>!fold(r.title).includes(x));
if(w&&r.kind!=='line'){const at=r.text.indexOf(w),e=el('p','','excerpt');e.lang='zh-CN';e.append((at>24?'…':'')+r.text.slice(Math.max(0,at-24),at),el('mark',w),r.text.slice(at+w.length,at+w.length+48)+'…');li.append(e)}
li.append(el('p',r.of.name+' · '+r.of[english?'whenEn':'when'],'meta'));ol.append(li)}
result.append(ol);
if(ordered.length>most)result.append(el('p',say('只列出前 '+most+' 条；合计包括全部结果。多写一个词可以缩小范围。','The first '+most+' are listed; sums cover all. One more word narrows them.'),'note'));
};
const run=async()=>{
const given=new URLSearchParams(location.search),query=(given.get('q')||'').slice(0,200).trim(),kind=given.get('kind')||'';
box.q.value=query;
if(!query)return;
status.textContent=say('正在查…','Searching…');
try{const about=await load('about');show(about,await find(query,about,kind),query,kind)}
catch{status.textContent=say('索引读不出来：这个文件夹可能不完整。可以用下面的目录。','The index cannot be read: the folder may be incomplete. Use the list below.')}
};
void run();
})();
`;
