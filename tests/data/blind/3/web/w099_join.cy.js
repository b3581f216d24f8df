/// <reference types="cypress" />

describe('TRTC room', () => {
  beforeEach(() => {
    cy.visit('/room/5000', {
      onBeforeLoad(win) {
        win.TRTC = {
          createClient: () => ({
            on() {},
            join: () => Promise.reject({ getCode() { return 0x4004; }, getExtraCode() { return -100006; } }),
          }),
        };
      },
    });
  });

  it('tells the user why', () => {
    cy.get('[data-test=join]').click();
    cy.get('.toast', { timeout: 5000 }).should('contain', '进房失败');
    cy.window().its('lastRtcError').then((err) => {
      expect(err.getCode()).to.equal(0x4004);
    });
  });
});
