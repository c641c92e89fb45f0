declare const shopify: {data: {selected: {id: string}[]}};

/** Not offered for the second order. */
export default function shouldRender(): {display: boolean} {
  return {display: !shopify.data.selected[0]?.id.endsWith('/1002')};
}
