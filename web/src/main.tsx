import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './style.css';
import './home/home.css';
import './book/book.css';
import './document/document.css';
import './check/check.css';
import './filing/filing.css';
import './administration/administration.css';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
