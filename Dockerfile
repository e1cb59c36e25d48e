FROM node:24-bookworm-slim
# pip fetches SymPy for the Python sandbox while npm installs.
RUN apt-get update && apt-get install -y --no-install-recommends python3-pip && rm -rf /var/lib/apt/lists/*
WORKDIR /lemma
COPY . .
RUN npm ci
ENV NODE_ENV=production HOST=0.0.0.0
RUN npm run generate && npm run build
EXPOSE 3000
CMD ["npm", "run", "web"]
