import { onBeforeUnmount, onMounted, type Ref } from 'vue'

const MM_PER_PIXEL = 25.4 / 96
const MARGIN_MM = 3

/**
 * While a slip is on the page, paper is an 80 mm roll cut to the slip's own length. (A named page
 * with an automatic height is not understood by browsers.)
 */
export function useSlipPaper(slip: Ref<HTMLElement | undefined>): void {
  const sheet = new CSSStyleSheet()

  function measure(): void {
    const height = Math.ceil((slip.value?.scrollHeight ?? 600) * MM_PER_PIXEL) + 4 * MARGIN_MM
    sheet.replaceSync(`@page { size: 80mm ${height}mm; margin: ${MARGIN_MM}mm; }`)
  }

  onMounted(() => {
    document.adoptedStyleSheets.push(sheet)
    measure()
    addEventListener('beforeprint', measure)
  })
  onBeforeUnmount(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    removeEventListener('beforeprint', measure)
  })
}
