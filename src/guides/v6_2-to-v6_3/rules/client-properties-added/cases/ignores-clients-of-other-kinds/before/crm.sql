INSERT INTO Clients (Id, Name) VALUES (1, 'Ltd.');
INSERT INTO ClientScopes (ClientId, ProtocolType) VALUES (1, 'x');
