// Duende.IdentityServer 6.2.0
