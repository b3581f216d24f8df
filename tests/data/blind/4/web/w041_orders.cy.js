describe('orders', () => {
  it('rejects an empty basket', () => {
    cy.request({ method: 'POST', url: '/api/orders', failOnStatusCode: false }).then((res) => {
      expect(res.body.code).to.equal(5100)
      expect(res.body.message).to.contain('empty')
    })
    cy.wait(5000)
  })

  it('shows the price', () => {
    cy.intercept('/api/price', { body: { code: 4097, price: 65535 } })
    cy.visit('/orders/16388')
    cy.get('.price').should('have.text', '65535')
    cy.get('.row').should('have.length', 4096)
    cy.window().its('store.total').should('eq', 5400)
  })

  it('knows the port', () => {
    cy.location('port').should('eq', '5000')
    expect(Cypress.config('viewportWidth')).to.equal(4096)
  })
})
