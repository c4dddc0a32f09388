// The one name that the scripts of the site share; they are classic files, so it hangs on the global object.
export {};
declare global {
  var navigatorSite: any;
}
