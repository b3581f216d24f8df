/// <reference types="cypress" />
describe('trtc errors', () => {
  beforeEach(() => {
    cy.viewport(1280, 720)
    cy.visit('/trtc?roomId=16388', { timeout: 65535 })
  })

  it('shows the join failure', () => {
    cy.window().then((win: any) => cy.wrap(win.lastTrtcError.getCode()).should('eq', 16388))
    cy.window().then((win: any) => {
      expect(win.lastTrtcError.getCode()).to.equal(16388)
      expect(win.lastTrtcError.getExtraCode()).to.eq(-100013)
      assert.strictEqual(win.rtc.errorCode, 0x4004)
      expect(win.innerWidth).to.be.below(4096)
      expect(win.seats).to.have.length(16388)
    })
  })

  it('asks for a tap', () => {
    cy.window().then((win) => {
      win.eval("client.emit('error', { getCode: function () { return 16451 } })")
    })
    cy.get('[data-test=tap]').should('be.visible')
    cy.get('[data-count]').should('have.length', 4097)
    cy.wait(5000)
  })
})
