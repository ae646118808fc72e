INSERT INTO "Clients" ("ClientId", "ProtocolType", "DPoPValidationMode") VALUES ('web', 'oidc', 1);
