/**
 * What the pages gain where scripts run: a number's source opens beside it, and texts to be copied have a
 * button. Every page is complete without it.
 */
export const script = `(()=>{
'use strict';
const zh=document.documentElement.lang.startsWith('zh');
const pages=new Map();
const page=(url)=>{let p=pages.get(url);if(!p){p=fetch(url).then(r=>{if(!r.ok)throw new Error(String(r.status));return r.text()}).then(t=>new DOMParser().parseFromString(t,'text/html'));pages.set(url,p);p.catch(()=>pages.delete(url))}return p};
let dialog;
const shown=()=>{if(!dialog){dialog=document.createElement('dialog');dialog.setAttribute('aria-label',zh?'这个数的出处和核对':'Source and checks of this number');document.body.append(dialog);dialog.addEventListener('click',e=>{if(e.target===dialog)dialog.close()})}return dialog};
const crop=async(link)=>{
const url=new URL(link.href,location.href);
const mark=(await page(url.pathname)).getElementById(url.hash.slice(1));
const whole=mark&&mark.closest('svg.pagepicture');
if(!whole)return null;
const svg=document.importNode(whole,false),image=document.importNode(whole.querySelector('image'),false),rect=document.importNode(mark.querySelector('rect'),false);
image.setAttribute('href',new URL(image.getAttribute('href'),url).href);
const of=(n)=>Number(rect.getAttribute(n)),all=whole.getAttribute('viewBox').split(' ').map(Number);
const w=Math.min(all[2],Math.max(360,of('width')+40)),h=Math.min(all[3],110);
const x=Math.max(0,Math.min(all[2]-w,of('x')+of('width')-w*.7)),y=Math.max(0,Math.min(all[3]-h,of('y')-h*.55));
svg.setAttribute('viewBox',[x,y,w,h].join(' '));svg.setAttribute('class','crop');svg.setAttribute('role','img');svg.setAttribute('aria-label',link.textContent.trim());
svg.append(image,rect);
return svg;
};
const show=async(link)=>{
const url=new URL(link.href,location.href);
const id=url.hash.slice(1);
let found;
try{found=(await page(url.pathname)).getElementById(id)}catch{found=null}
if(!found){location.href=link.href;return}
const copy=document.importNode(found,true);copy.removeAttribute('id');
for(const a of copy.querySelectorAll('a[href]'))a.href=new URL(a.getAttribute('href'),url).href;
const box=shown();
const close=document.createElement('form');close.method='dialog';
const button=document.createElement('button');button.className='plain';button.textContent=zh?'关闭':'Close';close.append(button);
const whole=document.createElement('p');whole.className='meta';
const a=document.createElement('a');a.href=link.href;a.textContent=zh?'到核对页看':'Open on the page of checks';a.dataset.leave='';whole.append(a);
box.replaceChildren(close,copy,whole);
if(!box.open)box.showModal();
box.scrollTop=0;
const original=copy.querySelector('a[href*="#b"]');
if(original)crop(original).then(svg=>{if(svg)original.closest('p').after(svg)},()=>undefined);
};
document.addEventListener('click',e=>{
if(e.defaultPrevented||e.button!==0||e.metaKey||e.ctrlKey||e.shiftKey||e.altKey)return;
const link=e.target.closest&&e.target.closest('a[href]');
if(!link||'leave' in link.dataset)return;
const href=link.getAttribute('href')||'';
const hash=href.indexOf('#f');
if(hash<0||!/^#f\\d+$/.test(href.slice(hash)))return;
if(hash===0||new URL(link.href).pathname===location.pathname&&!link.closest('dialog'))return;
e.preventDefault();void show(link);
});
for(const box of document.querySelectorAll('[data-copy]')){
if(!navigator.clipboard)break;
const text=box.textContent.trim();
const button=document.createElement('button');button.type='button';button.className='plain';button.textContent=zh?'复制':'Copy';
button.addEventListener('click',()=>{navigator.clipboard.writeText(text).then(()=>{button.textContent=zh?'已复制':'Copied'},()=>{button.textContent=zh?'请手动选择复制':'Select and copy'})});
box.append(button);
}
const here=document.querySelector('.tabs [aria-current]');
if(here){const bar=here.closest('.tabs');bar.scrollLeft=here.offsetLeft+here.offsetWidth/2-bar.clientWidth/2}
const facets=document.querySelector('details.facets');
if(facets&&matchMedia('(max-width:43.99rem)').matches)facets.open=false;
for(const table of document.querySelectorAll('.published table'))if(table.scrollWidth>table.parentElement.clientWidth+4)table.parentElement.classList.add('wide');
})();
`;
