SET NOCOUNT ON;
INSERT INTO [idp].[Clients] ([Enabled], [ClientId], [ProtocolType])
VALUES (1, N'web', N'oidc');
