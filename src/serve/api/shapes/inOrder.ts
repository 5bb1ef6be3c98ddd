// Shapes are named in the API's description in the order in which they are made.
import './words.ts';
import './organisation.ts';
import './filing.ts';
import './book.ts';
import './discussion.ts';
import './examined.ts';
import './work.ts';
import './comparison.ts';
