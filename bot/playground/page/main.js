// The page: what is drawn, in which order, whenever something has changed.

import { drawMain } from "./main_view.js";
import { drawModal } from "./modal.js";
import { drawSide } from "./side.js";
import { drawSidebar } from "./sidebar.js";
import { becomes, store, ui } from "./store.js";

store.listeners.push(drawSidebar, drawMain, drawSide, drawModal);
becomes(ui.person);
