// Sorting and picking.
